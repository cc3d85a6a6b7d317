"""How much more work threads get done together than one alone: of a held and of a released function.

    threads.py MODULE MODULE_FOLDER GREATEST_NUMBER

Prints JSON: for each function, by the number of threads from 1 on, how many times the work of one.
"""

import json
import os
import sys
from threading import Barrier, Thread
from time import perf_counter

# One call takes some milliseconds, next to which starting and joining a thread is little.
ROUNDS = 8_000_000
CALLS = 2
# The least of many short ones is what other work on the machine disturbed least.
REPEATS = 20


def seconds(function, number):
    """What so many threads take, each for the same work."""
    start = Barrier(number + 1)

    def work():
        start.wait()
        for _ in range(CALLS):
            function(ROUNDS)

    threads = [Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    start.wait()
    started = perf_counter()
    for thread in threads:
        thread.join()
    return perf_counter() - started


def scaling(function, greatest):
    """How many times the work of one thread each number of threads gets done."""
    numbers = range(1, greatest + 1)
    taken = [{number: seconds(function, number) for number in numbers} for _ in range(REPEATS)]
    least = {number: min(each[number] for each in taken) for number in numbers}
    return [number * least[1] / least[number] for number in numbers]


def ahead_of_other_work():
    """Two threads show two processors only where they get both: for some seconds, where that is allowed."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except (AttributeError, OSError):
        pass  # Then what else the machine does counts too.


def main(name, folder, greatest):
    sys.path.insert(0, folder)
    module = __import__(name)
    ahead_of_other_work()
    functions = {"hold": module.work, "release": module.work_released}
    results = {
        policy: scaling(function, int(greatest))
        for policy, function in functions.items()
    }
    print(json.dumps(results))


main(*sys.argv[1:])
