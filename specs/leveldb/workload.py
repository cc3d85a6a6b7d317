"""One piece of work on a database, in a process of its own, where it may hang.

    workload.py BINDING WORK FOLDER SECONDS

BINDING is `naive` or `leveldb`, whose module Python can import; WORK is one of the functions below.
After SECONDS the watchdog prints where each thread is and ends the process with status 1.
"""

import faulthandler
import os
import sys
import threading
import types

#: Keys in ascending order, which fill the write buffer of 64 KiB every 900.
KEYS = [b"%08d" % number for number in range(5000)]
VALUE = b"v" * 100


class Order:
    """An order that can hold LevelDB's own thread in its first comparison.

    Once `watched` is set, that waits for `go_on`.
    """

    def __init__(self):
        self.caller = threading.get_ident()
        self.watched, self.entered, self.go_on = (threading.Event() for _ in range(3))

    def compare(self, a, b):
        if self.watched.is_set() and threading.get_ident() != self.caller:
            self.entered.set()
            self.go_on.wait()
        return (a > b) - (a < b)

    def leave_at_the_next_wait(self):
        """Lets LevelDB's thread go on, which needs the GIL for it, once this one gives it up: no
        sooner than it waits for something, however slow the machine is."""
        sys.setswitchinterval(3600)
        self.go_on.set()


def open_naive(folder, compare):
    import naive_leveldb

    return naive_leveldb.DB(folder, compare)


def open_leveldb(folder, compare):
    import leveldb

    class Comparator(leveldb.Comparator):
        def Compare(self, a, b):
            return compare(a, b)

    options = leveldb.Options()
    options.create_if_missing = True
    options.write_buffer_size = 64 << 10
    options.SetComparator(Comparator("order"))
    return leveldb.DB.Open(options, folder)


def say(text):
    print(text, flush=True)


def fill(folder, open_database):
    """Puts while LevelDB's thread compacts what was put before."""
    database = open_database(folder, Order().compare)
    say("putting")
    for key in KEYS:
        database.Put(key, VALUE)
    say("put")


def close_while_comparing(folder, open_database):
    """Drops the database while LevelDB's thread is in Python."""
    database, order = open_while_comparing(folder, open_database)
    say("closing")
    order.leave_at_the_next_wait()
    del database
    say("closed")


def exit_while_comparing(folder, open_database):
    """Ends the interpreter while LevelDB's thread is in Python, and the database is open."""
    database, order = open_while_comparing(folder, open_database)
    keep(database)
    say("exiting")
    order.leave_at_the_next_wait()


def exit_after_filling(folder, open_database):
    """Ends the interpreter with the database open, wherever LevelDB's thread is."""
    database = open_database(folder, Order().compare)
    keep(database)
    for key in KEYS:
        database.Put(key, VALUE)
    say("exiting")


def keep(database):
    """In a module of its own, whose content Python destroys when it ends."""
    sys.modules["store"] = types.ModuleType("store")
    sys.modules["store"].database = database


def open_while_comparing(folder, open_database):
    """A database with LevelDB's thread inside its first comparison, and the order that holds it."""
    order = Order()
    database = open_database(folder, order.compare)
    order.watched.set()
    first = logs(folder)
    # LevelDB begins another log when it hands the full write buffer over to its thread.
    for key in KEYS:
        if logs(folder) != first:
            break
        database.Put(key, VALUE)
    order.entered.wait()
    return database, order


def logs(folder):
    return [name for name in os.listdir(folder) if name.endswith(".log")]


if __name__ == "__main__":
    binding, work, folder, seconds = sys.argv[1:]
    faulthandler.dump_traceback_later(float(seconds), exit=True)
    globals()[work](folder, globals()[f"open_{binding}"])
