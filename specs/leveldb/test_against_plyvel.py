"""The same random operations on two databases, one bound by plyvel: the same results and entries.

plyvel is asked in a process of its own, with whichever Python has it.
"""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import leveldb
import pytest
from orders import options_with

ASK = Path(__file__).with_name("ask_plyvel.py")
#: Few enough that keys are overwritten, deleted and looked for in vain.
KEYS = [f"{number:03}".encode() for number in range(200)]


def python_with_plyvel():
    for python in (sys.executable, shutil.which("python3", path="/usr/bin")):
        tried = python and subprocess.run(
            [python, "-c", "import plyvel"], stderr=subprocess.DEVNULL
        )
        if tried and tried.returncode == 0:
            return python
    return pytest.skip("nothing to compare with: install python3-plyvel")


def random_operations(seed, count=2_000):
    source = random.Random(seed)

    def key():
        return source.choice(KEYS).decode()

    def change():
        value = "".join(source.choices("xyz", k=source.randrange(300)))
        return source.choice([["put", key(), value], ["delete", key()]])

    def operation():
        kind = source.choices(
            ["change", "get", "batch", "range", "backwards", "snapshot", "past", "compact"],
            [40, 20, 10, 5, 5, 2, 8, 1],
        )[0]
        if kind == "change":
            return change()
        if kind == "batch":
            return ["batch", [change() for _ in range(source.randrange(8))]]
        if kind in ("range", "backwards"):
            return [kind, key(), source.randrange(10)]
        return [kind, key()] if kind in ("get", "past") else [kind]

    return [operation() for _ in range(count)]


class Ours:
    """The operations, by the bindings; each result as JSON has it."""

    def __init__(self, folder):
        self.database = leveldb.DB.Open(options_with(), folder)
        self.snapshot()

    def put(self, key, value):
        self.database.Put(key.encode(), value.encode())

    def delete(self, key):
        self.database.Delete(key.encode())

    def get(self, key, *options):
        try:
            return self.database.Get(key.encode(), *options).decode()
        except leveldb.NotFoundError:
            return None

    def batch(self, changes):
        batch = leveldb.WriteBatch()
        for kind, *arguments in changes:
            {"put": batch.Put, "delete": batch.Delete}[kind](*[each.encode() for each in arguments])
        self.database.Write(batch)

    def range(self, start, count):
        iterator = self.database.NewIterator()
        iterator.Seek(start.encode())
        return self.walk(iterator, iterator.Next, count)

    def backwards(self, start, count):
        iterator = self.database.NewIterator()
        iterator.Seek(start.encode())
        if iterator.Valid():
            iterator.Prev()
        else:
            iterator.SeekToLast()
        return self.walk(iterator, iterator.Prev, count)

    def walk(self, iterator, move, count):
        found = []
        while iterator.Valid() and len(found) < count:
            found.append([iterator.key().decode(), iterator.value().decode()])
            move()
        return found

    def snapshot(self):
        self.taken = leveldb.ReadOptions()
        self.taken.SetSnapshot(self.database.GetSnapshot())

    def past(self, key):
        return self.get(key, self.taken)

    def compact(self):
        self.database.CompactRange()

    def entries(self):
        return [[key.decode(), value.decode()] for key, value in self.database]


def results_of(bound, operations):
    results = [getattr(bound, name)(*arguments) for name, *arguments in operations]
    return [*results, bound.entries()]


@pytest.mark.parametrize("seed", range(3))
def test_the_results_are_the_same(seed, folder, tmp_path):
    operations = random_operations(seed)
    asked = subprocess.run(
        [python_with_plyvel(), ASK, tmp_path / "plyvel"],
        input=json.dumps(operations),
        stdout=subprocess.PIPE,
        universal_newlines=True,
        check=True,
    )
    ours, theirs = results_of(Ours(folder), operations), json.loads(asked.stdout)
    assert len(ours) == len(theirs) == len(operations) + 1
    for operation, mine, other in zip([*operations, ["entries"]], ours, theirs):
        assert mine == other, operation
    assert sum(result is not None for result in ours) > 400
