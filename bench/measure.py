"""Calls a module's functions as the cases say: checks what they return, or takes their times.

    measure.py FUNCTIONS.json MODULE_FOLDER check
    measure.py FUNCTIONS.json MODULE_FOLDER time

One process for each module, as two that bind the same C++ types would meet in Boost.Python's registry.
Prints JSON: of `check`, for each case what is wrong with it, or null; of `time`, nanoseconds a call.
"""

import json
import sys
from itertools import repeat
from time import thread_time_ns

# Written out so often in a loop, a call is timed and not the loop.
CALLS_IN_A_LOOP = 20
# The least of so many is what the machine's other work disturbed least.
ROUNDS = 7
NANOSECONDS_OF_A_ROUND = 4_000_000

FUNCTION = """
def measured(module, rounds, clock):
    {setup}
    started = clock()
    for _ in rounds:
        {calls}
    return clock() - started
"""


def check(module, case):
    """What is wrong with the case's result, or None."""
    names = {"module": module}
    exec(case["setup"], names)
    result = eval(case["call"], names)
    if "of" in case:
        result = eval(case["of"], {"result": result})
    expected = eval(case["result"])
    if type(result) is type(expected) and result == expected:
        return None
    return f"{case['call']} returned {result!r}, not {expected!r}"


def time(module, case):
    """Nanoseconds a call, of the processor's time: what waits is not counted."""
    calls = "\n        ".join([case["call"]] * CALLS_IN_A_LOOP)
    names = {}
    exec(FUNCTION.format(setup=case["setup"], calls=calls), names)
    measured = names["measured"]
    loops = 16
    while measured(module, repeat(None, loops), thread_time_ns) < NANOSECONDS_OF_A_ROUND:
        loops *= 2
    taken = [measured(module, repeat(None, loops), thread_time_ns) for _ in range(ROUNDS)]
    return min(taken) / (loops * CALLS_IN_A_LOOP)


def main(description_file, folder, task):
    with open(description_file, encoding="utf-8") as file:
        description = json.load(file)
    sys.path.insert(0, folder)
    module = __import__(description["module"])
    do = {"check": check, "time": time}[task]
    print(json.dumps({case["name"]: do(module, case) for case in description["cases"]}))


main(*sys.argv[1:])
