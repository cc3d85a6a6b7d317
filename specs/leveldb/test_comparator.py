"""A comparator that is written in Python and that LevelDB calls from a thread of its own, too."""

import itertools
import threading

import leveldb
import pytest
from orders import Backwards, Failing, options_with

THREADS = 4
KEYS_OF_A_THREAD = 5_000
VALUE = b"v" * 100


def run_at_once(work, count=THREADS):
    """Runs `work(number)` on threads that start together; returns their identities."""
    start = threading.Barrier(count, timeout=60)
    raised = []

    def run(number):
        try:
            start.wait()
            work(number)
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert raised == []
    return {thread.ident for thread in threads}


def test_four_threads_write_while_levels_are_compacted(folder, record_property, capsys):
    order = Backwards()
    database = leveldb.DB.Open(options_with(order, max_file_size=1 << 20), folder)

    def write(number):
        for each in range(KEYS_OF_A_THREAD):
            database.Put(b"%06d" % (each * THREADS + number), VALUE)

    callers = run_at_once(write) | {threading.get_ident()}
    expected = [b"%06d" % number for number in reversed(range(THREADS * KEYS_OF_A_THREAD))]
    assert [key for key, value in database if value == VALUE] == expected
    # LevelDB's thread never ends, so that none of these can have its identity.
    own = sum(count for thread, count in order.calls.items() if thread not in callers)
    with capsys.disabled():
        print(f"\n{own} of {sum(order.calls.values())} comparisons on LevelDB's own thread")
    record_property("comparisons on LevelDB's own thread", own)
    assert own > 0
    assert sum(order.calls.values()) > own

    del database
    reopened = leveldb.DB.Open(options_with(Backwards()), folder)
    assert [key for key, value in reopened if value == VALUE] == expected


def test_readers_and_iterators_go_on_while_others_write(folder):
    database = leveldb.DB.Open(options_with(Backwards()), folder)
    keys = [b"%06d" % number for number in range(3_000)]

    def work(number):
        if number % 2 == 0:
            for key in keys[number // 2 :: 2]:
                database.Put(key, VALUE)
        else:
            for _ in range(20):
                past = leveldb.ReadOptions()
                past.SetSnapshot(database.GetSnapshot())
                seen = database.NewIterator(past)
                seen.SeekToFirst()
                found = [key for key, _ in iter(lambda: next(seen, None), None)]
                assert found == sorted(found, reverse=True)
                database.GetApproximateSize(b"9", b"0")

    run_at_once(work)
    database.CompactRange()
    assert [key for key, _ in database] == keys[::-1]


def test_threads_share_an_iterator(database):
    # So many that threads without a lock get into each other's way.
    keys = [b"%06d" % number for number in range(50_000)]
    for key in keys:
        database.Put(key, VALUE)
    shared = iter(database)
    walked = [[] for _ in range(THREADS)]

    def walk(number):
        for key, _ in iter(lambda: next(shared, None), None):
            walked[number].append(key)

    run_at_once(walk)
    assert sorted(sum(walked, [])) == keys


@pytest.fixture
def failing():
    return Failing()


def open_unreliable(folder, failing):
    """A database with a few keys, whose order can be made to fail."""
    database = leveldb.DB.Open(options_with(failing), folder)
    for key in (b"a", b"b", b"c"):
        database.Put(key, VALUE)
    return database


@pytest.fixture
def unreliable(folder, failing):
    return open_unreliable(folder, failing)


CALLS = {
    "Put": lambda database: database.Put(b"bb", VALUE),
    "Get": lambda database: database.Get(b"b"),
    "Delete": lambda database: database.Delete(b"b"),
    "Seek": lambda database: database.NewIterator().Seek(b"b"),
    "CompactRange": lambda database: database.CompactRange(b"c", b"a"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("error", [ValueError("no order"), KeyboardInterrupt()], ids=repr)
def test_an_error_of_the_comparator_arrives_unchanged(unreliable, failing, call, error):
    failing.error = error
    with pytest.raises(type(error)) as raised:
        call(unreliable)
    assert raised.value is error
    assert raised.traceback[-1].name == "Compare"


@pytest.mark.parametrize("answer", ["text", None, 1 << 40], ids=repr)
def test_an_answer_that_is_no_int_is_an_error(folder, answer):
    class Odd(leveldb.Comparator):
        def Compare(self, a, b):
            return answer

    database = leveldb.DB.Open(options_with(Odd("odd")), folder)
    database.Put(b"a", VALUE)
    with pytest.raises((TypeError, OverflowError)):
        database.Put(b"b", VALUE)


def test_after_an_error_the_database_is_closed_to_all(unreliable, failing):
    failing.error = ValueError("no order")
    iterator = iter(unreliable)
    with pytest.raises(ValueError):
        unreliable.Put(b"bb", VALUE)
    failing.error = None
    for call in [*CALLS.values(), lambda _: next(iterator), lambda _: iterator.SeekToFirst()]:
        with pytest.raises(leveldb.OrderLostError, match="open the database again"):
            call(unreliable)


def test_nothing_is_lost_by_an_error(failing, folder):
    database = open_unreliable(folder, failing)
    failing.error = ValueError("no order")
    with pytest.raises(ValueError):
        database.Put(b"bb", VALUE)
    del database
    failing.error = None
    # What was being put is in the log: a put that raised may have been done, as with any database.
    reopened = leveldb.DB.Open(options_with(failing), folder)
    assert [key for key, _ in reopened] == [b"c", b"bb", b"b", b"a"]


def test_nothing_is_lost_by_an_error_on_leveldbs_own_thread(failing, folder):
    database = leveldb.DB.Open(options_with(failing), folder)
    failing.spares_callers = True
    failing.error = LookupError("not on this thread")
    done, raised = [], []

    def attempt(call, *arguments):
        try:
            call(*arguments)
        except Exception as error:
            raised.append(error)
        else:
            done.append(arguments)

    keys = (b"%06d" % number for number in itertools.count())
    while not any(isinstance(error, leveldb.LevelDBError) for error in raised):
        attempt(database.Put, next(keys), VALUE)
    # The error waits for a call that comes back to Python, whatever it is.
    attempt(leveldb.Options)
    assert failing.error in raised
    # LevelDB's own thread may have failed again: that error goes first.
    with pytest.raises((leveldb.OrderLostError, LookupError)):
        database.Get(b"000000")

    written = [key for key, *_ in filter(None, done)]
    failing.error = None
    # The tracebacks of the errors keep the database.
    raised.clear()
    del database
    attempt(leveldb.Options)
    raised.clear()
    reopened = leveldb.DB.Open(options_with(failing), folder)
    assert set(written) <= {key for key, value in reopened if value == VALUE}
    assert len(written) > 100


def test_no_subclass_is_no_order(folder):
    database = leveldb.DB.Open(options_with(leveldb.Comparator("none")), folder)
    database.Put(b"a", VALUE)
    with pytest.raises(NotImplementedError):
        database.Put(b"b", VALUE)
