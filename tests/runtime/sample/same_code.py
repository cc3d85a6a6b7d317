"""Shows that probe and contract cost nothing when they are off.

    same_code.py BODIES HEADERS COMPILER... -- FLAGS...

Compiles BODIES with the folder HEADERS, and again with every line of the probe and of the contract
taken out of both. Each compiler must make the same machine code of the two, and other code in
contract mode, else the comparison would see nothing.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
from difflib import unified_diff

# What the hooks are, which nobody but themselves calls when they are left out.
HOOKS = re.compile(r"(call_scope|contract|probe\w*)\.hpp")
# A whole statement that uses one; an empty one is left of it.
STATEMENT = re.compile(
    r"(const )?(::gen_bindings::(call_scope \w+|entered)"
    r"|(::gen_bindings::)?(probe|contract)::\w+(<[^;{}]*>)?( \w+)?)[({][^;]*;"
)
NUMBERED = re.compile(r"(\.LC|\.L\.str|__cxx_global_var_init)\.?\d*")


def disassembled(compiler, source, headers, flags):
    """The code of each function, with what it refers to, and nothing that names a file."""
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "bodies.o"
        command = [compiler, "-std=c++17", "-O2", "-fPIC", *flags, f"-I{headers}"]
        subprocess.run([*command, "-w", "-c", str(source), "-o", str(made)], check=True)
        listing = subprocess.run(
            ["objdump", "--disassemble", "--reloc", "--demangle", str(made)],
            check=True,
            stdout=subprocess.PIPE,
            universal_newlines=True,
        ).stdout
    code = listing.split("Disassembly of section", 1)[1]
    # A target that the linker is still to fill in is shown as what happens to be at that address.
    code = re.sub(r"(00 00 00 00 +\t\w+ +\w+) <.*>", r"\1", code)
    # Compilers number what has no name, used or not: here, by the order of use.
    numbers = {}
    return NUMBERED.sub(
        lambda found: f"{found[1]}#{numbers.setdefault(found[0], len(numbers))}", code
    ).splitlines()


def main(bodies, headers, *rest):
    compilers, flags = rest[: rest.index("--")], rest[rest.index("--") + 1 :]
    source, library = pathlib.Path(bodies), pathlib.Path(headers) / "gen_bindings"
    with tempfile.TemporaryDirectory() as folder:
        bare = pathlib.Path(folder)
        (bare / "gen_bindings").mkdir()
        taken_out = 0
        for file in [source, *library.glob("*.hpp")]:
            text, count = file.read_text(), 0
            if not HOOKS.fullmatch(file.name):
                text, count = STATEMENT.subn(";", text)
            taken_out += count
            folder_of_copy = bare if file == source else bare / "gen_bindings"
            (folder_of_copy / file.name).write_text(text)
        for compiler in compilers:
            off = disassembled(compiler, source, headers, flags)
            assert any("<call_released(int)>:" in line for line in off), (
                "there is no call body in the listing"
            )
            none = disassembled(compiler, bare / source.name, bare, flags)
            differences = list(unified_diff(none, off, "without", "with", lineterm="", n=1))
            assert not differences, "\n".join([compiler, *differences])
            on = disassembled(compiler, source, headers, [*flags, "-DGEN_BINDINGS_GIL_CONTRACT"])
            assert off != on, f"{compiler}: contract mode changes nothing"
            print(f"{compiler}: the same code without the {taken_out} lines")


if __name__ == "__main__":
    main(*sys.argv[1:])
