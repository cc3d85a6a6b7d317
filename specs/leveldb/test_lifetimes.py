"""What keeps what alive: iterators and snapshots the database, it its options, they the order."""

import gc
import itertools
import weakref

import leveldb
import pytest
from orders import Backwards, options_with


def open_ordered(folder):
    """A database whose comparator nobody else refers to, and a weak reference to that."""
    order = Backwards()
    database = leveldb.DB.Open(options_with(order), folder)
    for key in (b"a", b"b", b"c"):
        database.Put(key, b"")
    return database, weakref.ref(order)


def test_a_database_keeps_its_comparator(folder):
    database, order = open_ordered(folder)
    gc.collect()
    assert order() is not None
    assert [key for key, _ in database] == [b"c", b"b", b"a"]
    del database
    assert order() is None


def test_a_comparator_that_is_set_later_changes_nothing_for_an_open_database(folder):
    options = options_with(Backwards())
    database = leveldb.DB.Open(options, folder)
    options.SetComparator(leveldb.Comparator("another"))
    gc.collect()
    database.Put(b"a", b"")
    database.Put(b"b", b"")
    assert [key for key, _ in database] == [b"b", b"a"]


def test_an_iterator_keeps_its_database(folder):
    database, order = open_ordered(folder)
    iterator = iter(database)
    del database
    gc.collect()
    assert next(iterator) == (b"c", b"")
    iterator.SeekToLast()
    assert iterator.key() == b"a"
    with pytest.raises(leveldb.IOError):
        leveldb.DestroyDB(folder)
    del iterator
    assert order() is None
    leveldb.DestroyDB(folder)


def test_options_keep_their_snapshot_and_it_its_database(folder):
    database, order = open_ordered(folder)
    past = leveldb.ReadOptions()
    past.SetSnapshot(database.GetSnapshot())
    database.Delete(b"b")
    gc.collect()
    assert database.Get(b"b", past) == b""
    del database
    assert order() is not None
    del past
    assert order() is None
    leveldb.DestroyDB(folder)


@pytest.mark.parametrize("order_of_death", list(itertools.permutations(range(5))), ids=str)
def test_all_may_be_dropped_in_any_order(folder, order_of_death):
    order = Backwards()
    options = options_with(order)
    database = leveldb.DB.Open(options, folder)
    database.Put(b"a", b"")
    kept = [order, options, database, iter(database), database.GetSnapshot()]
    del order, options, database
    for index in order_of_death:
        kept[index] = None
    leveldb.DestroyDB(folder)


@pytest.mark.parametrize("order_of_death", list(itertools.permutations(range(4))), ids=str)
def test_the_garbage_collector_keeps_their_order(folder, order_of_death):
    order = Backwards()
    database = leveldb.DB.Open(options_with(order), folder)
    database.Put(b"a", b"")
    parts = [order, database, iter(database), database.GetSnapshot()]
    # A cycle, whose parts it drops from the first to the last.
    garbage = [parts[index] for index in order_of_death]
    garbage.append(garbage)
    del order, database, parts, garbage
    gc.collect()
    leveldb.DestroyDB(folder)


def test_an_object_that_was_not_initialised_is_refused(folder):
    class Forgetful(leveldb.Comparator):
        def __init__(self):
            pass

    with pytest.raises(TypeError):
        leveldb.Options().SetComparator(Forgetful())
