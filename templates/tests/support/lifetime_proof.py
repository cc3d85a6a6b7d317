"""Proofs of what outlives a call: shared pointers, and threads at the end of the interpreter."""

import gc
import os
import subprocess
import sys
import weakref
from typing import Any

from support.example_call import Example, check
from support.gil_proof import TIMEOUT, observe_all, unproved


def prove_shared_pointers(*examples: Example) -> None:
    """Proves of shared pointers that C++ is given: they die by a deleter that attaches by itself."""
    seen = [one for each in examples for one in observe_all(each)]
    check(
        any(one.place == "shared pointer" for one in seen),
        f"no example of {examples[0].name} gives C++ a shared pointer that may die anywhere",
    )


def prove_kept_alive(*examples: Example, custodian: int, ward: int) -> None:
    """Proves of a custodian and its ward: who has only the one has the other too.

    0 is the result, 1 the object of the call, or of a function the first argument.
    """
    proved = False
    for example in examples:
        try:
            call = example.captured()
        except AssertionError:
            continue  # the callable is called by C++, or by the setup
        objects = [call(), *call.positional]
        if max(custodian, ward) >= len(objects):
            continue
        if objects[ward] is None or objects[custodian] is None:
            continue  # a null pointer depends on nothing
        keeper, kept = objects[custodian], weakref.ref(objects[ward])
        del objects, call
        gc.collect()
        check(kept() is not None, f"{example.call!r}: {keeper!r} does not keep its ward alive")
        del keeper
        proved = True
    if not proved:
        unproved(f"no example of {examples[0].name} can be called by itself")


def prove_end_is_heeded(module: Any) -> None:
    """Proves that threads of C++ are let in until the interpreter ends, and not after.

    What `atexit` was told before the module was imported comes after the module's own step.
    """
    probe = f"{module.__name__}._gen_bindings_probe"
    asked = (
        "import atexit\n"
        f"atexit.register(lambda: print({probe}.admits_threads()))\n"
        f"import {module.__name__}\n"
        f"print({probe}.admits_threads())\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run(
        [sys.executable, "-c", asked],
        env=environment,
        stdout=subprocess.PIPE,
        universal_newlines=True,
        check=True,
        timeout=6 * TIMEOUT,
    )
    check(told.stdout.split() == ["True", "False"], f"threads are let in: {told.stdout.split()}")
