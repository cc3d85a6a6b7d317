"""Does with plyvel what test_against_plyvel.py does with the bindings.

Reads the operations from stdin and writes their results and, at last, all entries to stdout; both
as JSON. The argument is the folder of the database.
"""

import itertools
import json
import sys

import plyvel


class Plyvel:
    def __init__(self, folder):
        self.database = plyvel.DB(folder, create_if_missing=True, write_buffer_size=64 << 10)
        self.snapshot()

    def put(self, key, value):
        self.database.put(key.encode(), value.encode())

    def delete(self, key):
        self.database.delete(key.encode())

    def get(self, key):
        return text(self.database.get(key.encode()))

    def batch(self, changes):
        with self.database.write_batch(transaction=True) as batch:
            for kind, *arguments in changes:
                {"put": batch.put, "delete": batch.delete}[kind](
                    *[each.encode() for each in arguments]
                )

    def range(self, start, count):
        return entries(itertools.islice(self.database.iterator(start=start.encode()), count))

    def backwards(self, start, count):
        found = self.database.iterator(stop=start.encode(), reverse=True)
        return entries(itertools.islice(found, count))

    def snapshot(self):
        self.taken = self.database.snapshot()

    def past(self, key):
        return text(self.taken.get(key.encode()))

    def compact(self):
        self.database.compact_range()


def text(value):
    return None if value is None else value.decode()


def entries(pairs):
    return [[key.decode(), value.decode()] for key, value in pairs]


if __name__ == "__main__":
    plyvel_database = Plyvel(sys.argv[1])
    results = [
        getattr(plyvel_database, name)(*arguments) for name, *arguments in json.load(sys.stdin)
    ]
    json.dump([*results, entries(plyvel_database.database)], sys.stdout)
