"""The figures of the guards: `cmake --build BUILD --target figures`, best in a release build.

Each is a line `figure: NAME = VALUE (bound >= X) holds|short`; exit status 1 where one falls short.
"""

import platform
import statistics
import subprocess
import sys
import time

import switches

ROUNDS = 11  # the median counts
EXITS = 100
EXIT_SECONDS = 10
EXITING = (
    "import process, threading; called = threading.Event()\n"
    "process.call_for_ever(16, called.set); called.wait()"
)


def figure(name, value, bound, at_least):
    holds = value >= bound if at_least else value <= bound
    sign = ">=" if at_least else "<="
    name = f"{name}, CPython {platform.python_version()}"
    print(f"figure: {name} = {value} (bound {sign} {bound}) {'holds' if holds else 'short'}")
    return holds


def medians(*measured):
    """Of so many rounds, each of which measures all, one after the other."""
    rounds = [[measure() for measure in measured] for _ in range(ROUNDS)]
    return [statistics.median(column) for column in zip(*rounds)]


def native_calls():
    def callable():
        pass

    fresh, guarded = medians(
        lambda: switches.fresh(callable, 2000), lambda: switches.guarded(callable, 20000)
    )
    print(f"a call of Python from a native thread: fresh {fresh:.0f} ns, guarded {guarded:.0f} ns")
    times = round(fresh / guarded, 1)
    bound = 30 if sys.version_info >= (3, 11) else 1
    return figure("native calls, times as fast as with a fresh state", times, bound, at_least=True)


def regions():
    bare, region = medians(lambda: switches.bare_pair(200000), lambda: switches.region(200000))
    print(f"release and come back: CPython's own pair {bare:.1f} ns, a region {region:.1f} ns")
    return figure("a released region, of the bare pair", round(region / bare, 3), 1.1, False)


def exits():
    well = 0
    for _ in range(EXITS):
        started = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", EXITING], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        in_time = time.monotonic() - started < EXIT_SECONDS
        well += in_time and done.returncode == 0 and done.stdout == b"static destructors ran\n"
    return figure("ends while 16 native threads call back, of 100", well, EXITS, at_least=True)


if __name__ == "__main__":
    held = [native_calls(), regions(), exits()]
    sys.exit(0 if all(held) else 1)
