"""F19: the guards of two modules nest, in both orders."""

import importlib

from support import BINDING, binding, expect

SECOND = {"naive": "naive_second", "ours": "gil_incidents_second"}
second = importlib.import_module(SECOND[BINDING])

# Detached, detached, attached, attached, detached, detached; and back.
STATES = "addaadddaadda"
for one, other in (binding, second), (second, binding):
    expect(one.nested_with(other.nesting_address()), STATES, f"{one.__name__} around the other")
