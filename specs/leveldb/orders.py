"""Orders of keys that are written in Python, and the options to open a database with."""

import collections
import threading

import leveldb


class Backwards(leveldb.Comparator):
    """From the last key to the first; counts which thread compared how often."""

    def __init__(self):
        super().__init__("backwards")
        self.calls = collections.Counter()

    def Compare(self, a, b):
        self.calls[threading.get_ident()] += 1
        return (a < b) - (a > b)


class Failing(Backwards):
    """Backwards, but raises `error` once it is set."""

    error = None
    #: Whether only those calls fail that come from LevelDB's own thread.
    spares_callers = False

    def __init__(self):
        super().__init__()
        self.callers = {threading.get_ident()}

    def Compare(self, a, b):
        spared = self.spares_callers and threading.get_ident() in self.callers
        if self.error is not None and not spared:
            raise self.error
        return super().Compare(a, b)


def options_with(comparator=None, **settings):
    """Options that make a database where there is none, with the smallest write buffer."""
    options = leveldb.Options()
    options.create_if_missing = True
    options.write_buffer_size = 64 << 10
    if comparator is not None:
        options.SetComparator(comparator)
    for name, value in settings.items():
        setattr(options, name, value)
    return options
