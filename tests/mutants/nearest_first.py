"""A pytest plugin: the tests about the callable of a mutant come first, as they will most likely fail."""

import os


def pytest_collection_modifyitems(items):
    prefix = f"test_{os.environ['GEN_BINDINGS_MUTANT_IN']}_"
    items.sort(key=lambda item: not item.name.startswith(prefix))
