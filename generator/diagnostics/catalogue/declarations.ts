/** GB2060, GB3060, GB4060 and up: exceptions, conversions, enumerations and verbatim code. */
import { error } from "./entry.js";

export const declarations = {
  GB2060: error<{ found: string }>({
    title: "An exception that arrives in no way, or in two",
    message: ({ found }) =>
      `an exception needs one of "name", "as" and "translator", and has ${found}`,
    reason: () => "a C++ exception becomes one Python error",
    hint: () =>
      'give a "name" for a class of its own, "as" for an exception that Python has, or a "translator" of yours',
    fix: () => '{ "cpp": "acme::error", "as": "RuntimeError" }',
  }),
  GB2061: error<{ key: string; way: string }>({
    title: "A key for an exception class that is not made",
    message: ({ key, way }) => `"${key}" says nothing beside "${way}"`,
    reason: ({ way }) =>
      way === "as"
        ? "the class is there already, with its own base and docstring"
        : "the translator alone makes the Python error",
    hint: ({ key }) => `remove "${key}", or give the exception a "name" of its own`,
  }),
  GB2062: error<{ key: string; name: string }>({
    title: "A converter of a callback",
    message: ({ key, name }) => `"${key}" says nothing of the callback "${name}"`,
    reason: () => "gen-bindings converts callbacks itself, in both directions",
    hint: ({ key }) => `remove "${key}", or "callback" where the type is one of C++`,
  }),
  GB2063: error<{ name: string }>({
    title: "A Python type of no converter",
    message: ({ name }) => `"toPythonHasType" is about a converter that "${name}" does not have`,
    reason: () => 'it says whether the class in "toPython" has a get_pytype()',
    hint: () => 'add "toPython", or remove "toPythonHasType"',
  }),
  GB2064: error<{ name: string; kind: string }>({
    title: "An enumerator that Python can't have",
    message: ({ name, kind }) => `"${name}" can't be an enumerator of an ${kind}`,
    reason: () =>
      "Python's module enum keeps names that begin and end with _ for itself, and every class has an mro",
    hint: ({ name }) =>
      `choose another name, such as ${JSON.stringify(name.replace(/^_+|_+$/g, "").toUpperCase() || "VALUE")}, and name the C++ enumerator in "cpp"`,
  }),
  GB2065: error<{ at: string; what: string }>({
    title: "Verbatim code in the wrong place",
    message: ({ at, what }) => `code of a ${what} can't stand at "${at}"`,
    reason: ({ at }) => `what belongs to a ${at} is written there`,
    hint: ({ at, what }) => `write "at": "${what}", or move it into a ${at}`,
  }),
  GB3060: error<{ at: string; gil: string }>({
    title: "Verbatim code in a state that it does not run in",
    message: ({ at, gil }) => `code at "${at}" can't be "gil": "${gil}"`,
    reason: ({ at }) =>
      at === "namespace"
        ? "declarations outside of functions are not run: their functions run in the state of whoever calls them"
        : "it runs when Python imports the module, attached",
    hint: ({ at }) => `write "gil": "${at === "namespace" ? "none" : "attached"}"`,
  }),
  GB4060: error<{ from: string; to: string; why: string }>({
    title: "A conversion that can't be",
    message: ({ from, to }) => `no conversion from ${from} to ${to} can be registered`,
    reason: ({ why }) => why,
    hint: () => "name two types of which C++ makes one out of the other, once and by value",
  }),
  GB4061: error<{ what: string }>({
    title: "NumPy in a module that does not use it",
    message: ({ what }) => `${what} needs NumPy, and the module does not say that it uses it`,
    reason: () =>
      "Boost.Python's library for NumPy has to be linked, and NumPy imported before anything uses it",
    hint: () => 'add "numpy": true to the module',
    fix: () => '"numpy": true',
  }),
  GB4062: error<{ key: string; value: string; least: string; most: string }>({
    title: "A limit that Boost.Python can't have",
    message: ({ key, value }) => `"${key}" can't be ${value}`,
    reason: ({ least, most }) => `it is ${least} where nothing is said, and ${most} at most`,
    hint: ({ least, most }) => `write a number from ${least} to ${most}, or leave it out`,
  }),
  GB4063: error<{ name: string; count: string; most: string }>({
    title: "More bases than Boost.Python takes",
    message: ({ name, count }) => `"${name}" has ${count} bases`,
    reason: ({ most }) =>
      `Boost.Python is compiled for ${most} (BOOST_PYTHON_MAX_BASES), and its bases<…> takes no more: the compiler would say so in a page of template errors`,
    hint: ({ count }) => `add "maxBases": ${count} to the module`,
  }),
};
