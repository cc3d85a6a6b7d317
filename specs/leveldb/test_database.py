"""What the bindings of LevelDB promise beyond the examples in the spec."""

import leveldb
import pytest
from orders import Backwards, options_with


def keys_of(database):
    return [key for key, _ in database]


def fill(database, keys):
    for key in keys:
        database.Put(key, b"value of " + key)


def test_the_errors_form_a_tree():
    for error in (
        leveldb.NotFoundError,
        leveldb.CorruptionError,
        leveldb.NotSupportedError,
        leveldb.InvalidArgumentError,
        leveldb.IOError,
        leveldb.OrderLostError,
    ):
        assert error.__mro__[1:3] == (leveldb.LevelDBError, Exception)
    assert issubclass(leveldb.NoMoreEntries, StopIteration)


def test_what_is_not_there_is_not_found(database):
    with pytest.raises(leveldb.NotFoundError, match="^NotFound: $"):
        database.Get(b"key")


def test_a_second_database_in_one_folder_is_refused(database, folder):
    with pytest.raises(leveldb.IOError, match="already held by process"):
        leveldb.DB.Open(options_with(), folder)


@pytest.mark.parametrize(
    ["settings", "message"],
    [({"create_if_missing": False}, "does not exist"), ({"error_if_exists": True}, "exists")],
)
def test_options_decide_whether_a_database_may_be_there(folder, settings, message):
    if "error_if_exists" in settings:
        leveldb.DB.Open(options_with(), folder)
    with pytest.raises(leveldb.InvalidArgumentError, match=message):
        leveldb.DB.Open(options_with(**settings), folder)


def test_a_database_opens_only_in_its_own_order(folder):
    leveldb.DB.Open(options_with(Backwards()), folder)
    with pytest.raises(leveldb.InvalidArgumentError, match="backwards.*leveldb.BytewiseComparator"):
        leveldb.DB.Open(options_with(), folder)


def test_a_damaged_file_is_told(folder, tmp_path):
    database = leveldb.DB.Open(options_with(), folder)
    fill(database, [b"%04d" % number for number in range(100)])
    database.CompactRange()
    (table,) = (tmp_path / "database").glob("*.ldb")
    table.write_bytes(bytes(each ^ 0xFF for each in table.read_bytes()))
    del database
    damaged = leveldb.DB.Open(options_with(), folder)
    with pytest.raises(leveldb.CorruptionError):
        damaged.Get(b"0050")
    with pytest.raises(leveldb.CorruptionError):
        list(damaged)


def test_a_destroyed_database_is_gone(folder):
    fill(leveldb.DB.Open(options_with(), folder), [b"a"])
    leveldb.DestroyDB(folder)
    assert keys_of(leveldb.DB.Open(options_with(), folder)) == []


@pytest.mark.parametrize("data", [b"", b"\0", b"a\0b", bytes(range(256)), b"long" * 100_000])
def test_any_bytes_are_a_key_and_a_value(database, data):
    database.Put(data, data)
    assert database.Get(data) == data
    assert list(database) == [(data, data)]


@pytest.mark.parametrize("other", ["text", bytearray(b"a"), memoryview(b"a"), None, 1], ids=repr)
def test_only_bytes_are_keys(database, other):
    for call in (database.Get, database.Delete, database.NewIterator().Seek):
        with pytest.raises(TypeError):
            call(other)
    with pytest.raises(TypeError):
        database.Put(b"key", other)


def test_the_order_in_python_is_the_order_of_the_entries(backwards):
    fill(backwards, [b"b", b"d", b"a", b"c"])
    assert keys_of(backwards) == [b"d", b"c", b"b", b"a"]
    iterator = backwards.NewIterator()
    iterator.Seek(b"bb")
    assert iterator.key() == b"b"


def test_an_iterator_walks_both_ways(database):
    fill(database, [b"a", b"b", b"c"])
    iterator = database.NewIterator()
    iterator.Seek(b"b")
    assert (iterator.key(), iterator.value()) == (b"b", b"value of b")
    iterator.Prev()
    assert iterator.key() == b"a"
    iterator.Prev()
    assert not iterator.Valid()
    iterator.SeekToLast()
    assert iterator.key() == b"c"
    iterator.Next()
    assert not iterator.Valid()


@pytest.mark.parametrize("name", ["key", "value", "Next", "Prev"])
def test_an_iterator_at_no_entry_raises(database, name):
    iterator = database.NewIterator()
    with pytest.raises(leveldb.InvalidArgumentError, match="at no entry"):
        getattr(iterator, name)()


def test_an_iterator_does_not_see_what_came_later(database):
    fill(database, [b"a"])
    iterator = database.NewIterator()
    fill(database, [b"b"])
    iterator.SeekToFirst()
    assert next(iterator) == (b"a", b"value of a")
    with pytest.raises(StopIteration):
        next(iterator)


def test_a_snapshot_stays_as_it_was(database):
    fill(database, [b"a", b"b"])
    past = leveldb.ReadOptions()
    past.SetSnapshot(database.GetSnapshot())
    database.Put(b"a", b"new")
    database.Delete(b"b")
    database.CompactRange()
    assert database.Get(b"a") == b"new"
    assert database.Get(b"a", past) == b"value of a"
    assert database.Get(b"b", options=past) == b"value of b"
    iterator = database.NewIterator(past)
    iterator.SeekToLast()
    assert iterator.key() == b"b"


class Recorder(leveldb.WriteBatch.Handler):
    def __init__(self):
        super().__init__()
        self.told = []

    def Put(self, key, value):
        self.told.append((key, value))

    def Delete(self, key):
        self.told.append(key)


def test_a_batch_tells_its_changes_in_order():
    batch = leveldb.WriteBatch()
    batch.Put(b"a", b"1")
    batch.Delete(b"b")
    other = leveldb.WriteBatch()
    other.Put(b"c", b"\0")
    batch.Append(other)
    recorder = Recorder()
    batch.Iterate(recorder)
    assert recorder.told == [(b"a", b"1"), b"b", (b"c", b"\0")]


def test_a_handler_may_change_the_batch_that_it_is_told():
    batch = leveldb.WriteBatch()
    batch.Put(b"a", b"1")
    batch.Delete(b"b")

    class Changing(Recorder):
        def Put(self, key, value):
            super().Put(key, value)
            batch.Clear()

    changing = Changing()
    batch.Iterate(changing)
    assert changing.told == [(b"a", b"1"), b"b"]


def test_an_error_in_a_handler_arrives_when_all_is_told():
    batch = leveldb.WriteBatch()
    for key in (b"a", b"b", b"c"):
        batch.Put(key, b"")
    error = LookupError("not this one")

    class Failing(Recorder):
        def Put(self, key, value):
            super().Put(key, value)
            if key == b"b":
                raise error

    failing = Failing()
    with pytest.raises(LookupError) as raised:
        batch.Iterate(failing)
    assert raised.value is error
    assert [key for key, _ in failing.told] == [b"a", b"b", b"c"]


def test_a_batch_can_be_written_twice(database):
    batch = leveldb.WriteBatch()
    batch.Put(b"a", b"1")
    database.Write(batch)
    database.Delete(b"a")
    database.Write(batch, leveldb.WriteOptions())
    assert list(database) == [(b"a", b"1")]


def test_sizes_and_properties(database):
    fill(database, [b"%06d" % number for number in range(20_000)])
    database.CompactRange()
    whole, half = (database.GetApproximateSize(b"", end) for end in (b"~", b"010000"))
    assert 0 < half < whole
    assert "Compactions" in database.GetProperty("leveldb.stats")
    assert database.GetProperty("leveldb.no-such-thing") is None
