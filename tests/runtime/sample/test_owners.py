"""Objects that C++ and Python own together: who may drop them where, and what comes back."""

import gc
import threading
import weakref

import pytest
import sample
from scripts import run_script


class Thing(sample.Thing):
    """Can be watched."""


def test_a_thing_of_python_may_die_on_a_native_thread():
    store, thing = sample.Store(), Thing()
    died = weakref.ref(thing)
    store.keep(thing)
    del thing
    gc.collect()
    assert died() is not None
    store.drop()
    assert died() is None


def test_the_round_trip_gives_the_identical_object():
    store, thing = sample.Store(), Thing()
    store.keep(thing)
    assert store.kept() is thing
    store.keep(None)
    assert store.kept() is None


def test_what_cannot_be_a_thing_is_refused():
    with pytest.raises(TypeError, match="did not match C\\+\\+ signature"):
        sample.Store().keep(1)


def test_a_thing_may_outlive_the_interpreter():
    done = run_script("import sample; sample.remember_thing(sample.Thing()); print('done')")
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


def test_many_threads_drop_things():
    things = [Thing() for _ in range(200)]
    died = [weakref.ref(thing) for thing in things]
    stores = [sample.Store() for _ in things]
    for store, thing in zip(stores, things):
        store.keep(thing)
    del things, thing
    others = [
        threading.Thread(target=lambda part=stores[i::4]: [store.drop() for store in part])
        for i in range(4)
    ]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert {reference() for reference in died} == {None}


def test_a_destructor_that_waits_for_a_callback_is_released():
    script = (
        "import sample\n"
        "worker = sample.Worker(lambda x: print('called', flush=True) or x)\n"
        "del worker; print('done')"
    )
    done = run_script(script)
    assert (done.returncode, done.stdout, done.stderr) == (0, "called\ndone\n", "")
