"""The figures of the guards: `cmake --build BUILD --target figures`, best in a release build.

Arguments name the modules that were built: `switches`, and `callbacks` and `virtuals` where Boost.Python
is there.
Each is a line `figure: NAME = VALUE (bound >= X) holds|short`; exit status 1 where one falls short.
"""

import importlib
import platform
import statistics
import subprocess
import sys
import time

# From 3.11 on a new thread state brings a stack of its own.
NEW_STATES_ARE_SLOW = sys.version_info >= (3, 11)

# Each round measures both sides, one after the other, and each for about a millisecond: shorter than the
# slice that a busy machine gives to a thread, so that most rounds are whole. The median counts.
ROUNDS = 201
FRESH_CALLS = 100 if NEW_STATES_ARE_SLOW else 5000
PINNED_CALLS = 5000
REGIONS = 5000
UNATTACHED_CALLS = 1000
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


def compared(what, one, another):
    """The median over all rounds of how many times as long the one takes as the other."""
    rounds = [(one(), another()) for _ in range(ROUNDS)]
    ones, others = (statistics.median(column) for column in zip(*rounds))
    print(f"{what}: {ones:.1f} ns and {others:.1f} ns")
    return statistics.median(a / b for a, b in rounds)


def native_calls(name, fresh, pinned):
    def callable():
        pass

    times = compared(
        f"a call of Python from a native thread, with a fresh state and by {name}",
        lambda: fresh(callable, FRESH_CALLS),
        lambda: pinned(callable, PINNED_CALLS),
    )
    bound = 30 if NEW_STATES_ARE_SLOW else 1
    title = f"native calls by {name}, times as fast as with a fresh state"
    return figure(title, round(times, 1), bound, at_least=True)


def guards(switches):
    ratio = compared(
        "release and come back, with the emitted guard and with CPython's own pair",
        lambda: switches.released(REGIONS),
        lambda: switches.bare_pair(REGIONS),
    )
    return [
        native_calls("with_gil", switches.fresh, switches.guarded),
        figure("a released call, of the bare pair", round(ratio, 3), 1.1, at_least=False),
    ]


def callbacks(module):
    return [native_calls("callback", module.fresh, module.called)]


def unattached(module):
    """Calls of a native thread while this one keeps the GIL: one that attached would not be done."""
    gauge = module.Gauge()
    done = sum(module.read_while_gil_is_held(gauge) for _ in range(UNATTACHED_CALLS))
    title = f"virtual calls of what nothing overrides that attach nothing, of {UNATTACHED_CALLS}"
    return [figure(title, done, UNATTACHED_CALLS, at_least=True)]


MEASURES = {"switches": guards, "callbacks": callbacks, "virtuals": unattached}


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
    held = [holds for name in sys.argv[1:] for holds in MEASURES[name](importlib.import_module(name))]
    sys.exit(0 if all([*held, exits()]) else 1)
