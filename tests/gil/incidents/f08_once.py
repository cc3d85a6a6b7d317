"""F8: what is made once calls back, while another thread waits for it to be made."""

import threading

from support import binding, expect, start, switch_only_where_the_gil_is_released

making, go_on = threading.Event(), threading.Event()


def make(n):
    making.set()
    go_on.wait()
    return n + 1


maker = start(lambda: expect(binding.made_once(make), 2, "what the first one made"))
making.wait()
switch_only_where_the_gil_is_released()


def wait_for_value():
    go_on.set()  # the maker asks for the GIL now, while this thread goes on
    return binding.made_once(lambda n: 0)


expect(wait_for_value(), 2, "what the second one got")
maker.join()
