"""F23: Python reaches a virtual method through a descriptor of CPython's own; it is no override."""

from support import binding, expect


class Inheriting(binding.Task):
    pass


class Overriding(binding.Task):
    def step(self, n):
        return n + 10


def run_steps():
    try:
        return [binding.run_steps(task(), 1) for task in (binding.Task, Inheriting, Overriding)]
    except RecursionError as error:
        return str(error)


expect(run_steps(), [2, 2, 11], "the base implementation, inherited, overridden")
binding.use_own_descriptor(binding.Task)
expect(run_steps(), [2, 2, 11], "the same through the descriptor")
expect(Inheriting().step(1), 2, "the inherited method, called from Python")
