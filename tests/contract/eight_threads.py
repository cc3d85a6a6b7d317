"""Calls each variant of the module `example` N times in all from eight threads, with a callback.

The threads start at a barrier. Built in contract mode, the module ends the process with a message
where a declared state does not hold. What C++ prints goes nowhere.
"""

import faulthandler
import os
import sys
import threading

import example

THREADS = 8
VARIANTS = (example.f, example.f_steps, example.f_release, example.f_hold)


def main(calls: int) -> None:
    faulthandler.dump_traceback_later(300, exit=True)
    told = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    barrier = threading.Barrier(THREADS)
    heard = [0] * THREADS
    results = [0] * THREADS

    def work(index: int) -> None:
        def say(text: str) -> None:
            heard[index] += 1

        barrier.wait()
        for function in VARIANTS:
            for _ in range(calls // THREADS):
                function(say, 0.0)
                results[index] += 1

    threads = [threading.Thread(target=work, args=(index,)) for index in range(THREADS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    os.dup2(told, 1)
    print(f"calls: {sum(results)}, callbacks: {sum(heard)}")


main(int(sys.argv[1]))
