"""F5: a function waits for a thread of C++ that calls back."""

from support import binding, expect


def wait_for_native_thread():
    return binding.on_native_thread(lambda n: n + 41)


expect(wait_for_native_thread(), 42, "what came back")
