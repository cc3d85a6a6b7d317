"""F15: a thread of C++ calls a method that Python overrides."""

from support import binding, expect


class Task(binding.Task):
    def run(self, n):
        return n + 10


expect(binding.run_on_native_thread(Task(), 1), 11, "the result of the override")
expect(binding.run_on_native_thread(binding.Task(), 1), 2, "the result of the base class")
