"""Compares a stub with the signatures that Boost.Python writes into the docstrings of a module.

Boost.Python's functions have no signature that Python's inspect can tell, so that mypy's stubtest
compares their names alone. What Boost.Python knows stands in their docstrings, where they show it:

    add( (int)first [, (int)second=2]) -> int

A function that Boost.Python does not dispatch writes there what Python itself would:

    add(first: int, second: int = 2) -> int

Usage: compare_signatures.py MODULE STUB
Prints each difference, then how many signatures were compared; the exit status is 1 if there is one.
"""

import ast
import importlib
import re
import sys
from dataclasses import dataclass

SIGNATURE = re.compile(r"^(\w+)\((.*)\) -> ([^:\n]+?)(?: :)?\s*$", re.MULTILINE)
# What may be left out stands behind a bracket: Boost.Python also shows two overloads as one.
PARAMETER = re.compile(r"(\[)?(?:, )?\(([^()]+)\)(\w+)(=)?")
# What Boost.Python calls a parameter that was given no name.
UNNAMED = re.compile(r"arg\d+$")


@dataclass(frozen=True)
class Parameter:
    name: str
    type: str
    is_required: bool
    is_positional: bool


@dataclass(frozen=True)
class Signature:
    parameters: "tuple[Parameter, ...]"
    result: str

    def __str__(self):
        inside = ", ".join(
            f"{each.name}: {each.type}{'' if each.is_required else ' = ...'}"
            for each in self.parameters
        )
        return f"({inside}) -> {self.result}"

    @property
    def required(self):
        return sum(each.is_required for each in self.parameters)


def signatures_of_docstring(name, docstring, has_receiver):
    found = []
    for match in SIGNATURE.finditer(docstring or ""):
        written, parameters, result = match.groups()
        if written != name:
            continue
        function = python_function(match.group().rstrip(" :\n"))
        if function is not None:
            found.append(signature_of_stub(function, has_receiver))
            continue
        each = [
            Parameter(parameter, type_, not (bracket or default), bool(UNNAMED.match(parameter)))
            for bracket, type_, parameter, default in PARAMETER.findall(parameters)
        ]
        found.append(Signature(tuple(each[1:] if has_receiver else each), result))
    return found


def python_function(signature):
    """The signature as Python reads it; None where it is one of Boost.Python's own."""
    try:
        return ast.parse(f"def {signature}: ...").body[0]
    except SyntaxError:
        return None


def signature_of_stub(function, has_receiver):
    arguments = function.args
    if arguments.vararg or arguments.kwarg:
        return None
    listed = [(each, True) for each in arguments.posonlyargs]
    listed += [(each, False) for each in arguments.args]
    first_default = len(listed) - len(arguments.defaults)
    parameters = [
        Parameter(each.arg, "" if each.annotation is None else ast.unparse(each.annotation),
                  index < first_default, is_positional)
        for index, (each, is_positional) in enumerate(listed)
    ]
    return Signature(tuple(parameters[1:] if has_receiver else parameters),
                     ast.unparse(function.returns))


def fits(annotation, type_):
    """Whether an annotation names the type, or either says that it may be anything."""
    words = re.findall(r"\w+", annotation)
    anything = {"Any", "object", "Self", "NDArray"}
    is_simple = re.fullmatch(r"[\w.]+", type_) is not None
    return (
        type_ == "object"
        or not is_simple
        or type_.split(".")[-1] in words
        or bool(anything & set(words))
    )


def is_special(name):
    return re.fullmatch(r"__\w+__", name) is not None and name != "__init__"


def names_fit(name, stub, boost, count):
    """Whether the first `count` parameters have the same names for callers."""
    pairs = list(zip(stub.parameters, boost.parameters))[:count]
    return len(pairs) == count and all(
        ours.is_positional
        or is_special(name)
        or (ours.name == theirs.name and not theirs.is_positional)
        for ours, theirs in pairs
    )


def is_known(name, stub, boost):
    """Whether all that the stub allows is a call that Boost.Python takes."""
    count = len(stub.parameters)
    return (
        boost.required <= count <= len(boost.parameters)
        and names_fit(name, stub, boost, count)
        and all(fits(ours.type, theirs.type)
                for ours, theirs in zip(stub.parameters, boost.parameters))
        and (name == "__init__" or fits(stub.result, boost.result))
    )


def is_offered(name, boost, count, stubs):
    """Whether the stub allows a call with that many arguments."""
    return any(
        stub.required <= count <= len(stub.parameters) and names_fit(name, stub, boost, count)
        for stub in stubs
    )


def function_of(scope, name):
    found = vars(scope).get(name)
    return found.__func__ if isinstance(found, staticmethod) else found


class Comparison:
    def __init__(self):
        self.differences = []
        self.compared = 0

    def compare(self, path, body, scope, is_class):
        functions = {}
        for node in body:
            if isinstance(node, ast.ClassDef) and node.name in vars(scope):
                self.compare(f"{path}.{node.name}", node.body, vars(scope)[node.name], True)
            elif isinstance(node, ast.FunctionDef):
                functions.setdefault(node.name, []).append(node)
        for name, nodes in functions.items():
            decorators = {ast.unparse(each) for node in nodes for each in node.decorator_list}
            if decorators <= {"overload", "staticmethod"}:
                has_receiver = is_class and "staticmethod" not in decorators
                self.compare_functions(f"{path}.{name}", nodes, function_of(scope, name), has_receiver)

    def compare_functions(self, path, nodes, function, has_receiver):
        name = nodes[0].name
        stubs = [signature_of_stub(node, has_receiver) for node in nodes]
        boost = signatures_of_docstring(name, getattr(function, "__doc__", ""), has_receiver)
        if None in stubs or not boost:
            return
        self.compared += len(stubs)
        known = "; ".join(map(str, boost))
        for stub in stubs:
            if not any(is_known(name, stub, each) for each in boost):
                self.differences.append(f"{path}: the stub has {stub}, the module {known}")
        for each in boost:
            for count in range(each.required, len(each.parameters) + 1):
                if not is_offered(name, each, count, stubs):
                    self.differences.append(
                        f"{path}: the module takes {count} arguments of {each}, the stub does not"
                    )


def main(module, stub):
    with open(stub, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    comparison = Comparison()
    comparison.compare(module, tree.body, importlib.import_module(module), False)
    for each in comparison.differences:
        print(each)
    print(f"{module}: {comparison.compared} signatures compared")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
