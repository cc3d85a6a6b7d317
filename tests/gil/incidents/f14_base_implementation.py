"""F14: a method that Python does not override waits in C++ for another Python thread."""

from support import binding, expect, start


class Task(binding.Task):
    pass


task = Task()


def proceed():
    task.wait_until_paused()
    task.proceed()


other = start(proceed)


def pause():
    return binding.run_paused(task, 1)


expect(pause(), 2, "the result of the base implementation")
other.join()


class Overriding(binding.Task):
    def pause(self, n):
        return n + 10


expect(binding.run_paused(Overriding(), 1), 11, "the result of the override")
