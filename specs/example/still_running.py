"""Does the program still run while C++ calculates?

Calls each function of the module `example` on a thread of its own, while the main thread says
"Still running" as often as it is let. A held call freezes it; the others do not.
"""

import sys
import threading
import time

import example

VARIANTS = {
    "hold": (example.f_hold, "the GIL is held for the whole call"),
    "release": (example.f_release, "a plain C++ function, released; its callback attaches"),
    "guard": (example.f, "the C++ function steers a gil_guard itself"),
    "steps": (example.f_steps, "the spec lists the steps"),
}


def say(text: str) -> None:
    print(text, flush=True)


def run(name: str) -> int:
    """Runs one variant; returns how often the main thread ran meanwhile."""
    function, explanation = VARIANTS[name]
    say(f"\n{name}: {explanation}")
    started = time.monotonic()
    worker = threading.Thread(target=function, args=(say,))
    worker.start()
    times = 0
    while worker.is_alive():
        times += 1
        say(f"    Still running, {time.monotonic() - started:.1f} s after the start")
        worker.join(0.1)
    say(f"    The main thread ran {times} times.")
    return times


if __name__ == "__main__":
    for chosen in sys.argv[1:] or VARIANTS:
        run(chosen)
