"""What the scripts share: the binding under test, the watchdog, and how they say what they found.

Each script is run as `python SCRIPT BINDING SECONDS`; a deadlock ends it after so many seconds with
the tracebacks of all threads. Status 0: all is well. 3: what is wrong stands in the last line.
"""

import faulthandler
import importlib
import os
import sys
import threading

BINDING, SECONDS = sys.argv[1], float(sys.argv[2])
FOUND_WRONG = 3

faulthandler.enable()
faulthandler.dump_traceback_later(SECONDS, exit=True)
binding = importlib.import_module(BINDING)


def wrong(what):
    """Ends the process, whatever other threads do."""
    print(f"wrong: {what}", flush=True)
    os._exit(FOUND_WRONG)


def expect(found, expected, what):
    if found != expected:
        wrong(f"{what}: {found!r} and not {expected!r}")


def start(target, *arguments, daemon=False):
    """A Python thread; what it raises is wrong."""

    def run():
        try:
            target(*arguments)
        except BaseException as error:
            wrong(f"{type(error).__name__}: {error}")

    thread = threading.Thread(target=run, daemon=daemon)
    thread.start()
    return thread


def switch_only_where_the_gil_is_released():
    """No thread is made to give up the GIL between two bytecodes, so that an interleaving is forced."""
    sys.setswitchinterval(1000)


class Mortal:
    """Says when it dies; and its death runs Python, which needs the GIL."""

    def __init__(self, died):
        self.died = died

    def __del__(self):
        self.died.append(threading.current_thread().name)

    def __call__(self, *arguments):
        return 7
