"""F2: C++ lets go of the last pointer to an object of Python's, on a thread of its own."""

from support import Mortal, binding, expect


class Thing(binding.Thing):
    pass


died = []
sink, thing = binding.Sink(), Thing()
thing.mortal = Mortal(died)
sink.keep(thing)
del thing
expect(died, [], "dead while C++ keeps it")
sink.drop()
expect(len(died), 1, "dead after the drop")
thing = Thing()
sink.keep(thing)
expect(sink.kept() is thing, True, "the round trip gives the identical object")
