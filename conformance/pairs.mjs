/**
 * Boost.Python's own test pairs: a Python script, and the modules that it imports.
 *
 * As in the fabscript and the Jamfile of libs/python/test: those tests there that have a Python file.
 */

/**
 * @typedef {object} Pair
 * @property {string} name
 * @property {string} script The Python file, from libs/python/test.
 * @property {readonly { name: string, sources: readonly string[] }[]} modules Each has a spec of its
 *   name in conformance/specs.
 * @property {string | undefined} numpy The version of NumPy that it needs.
 * @property {string | undefined} prints What the script must print, where it ends well in any case.
 */

/** Boost.Python knows NumPy 2 from 1.87 on; this is the last version before it. */
const numpy = "1.26.4";

/** For a Boost that is built for NumPy 2. */
export const numpy2 = "2.2.6";

/** @returns {Pair} */
function pair(name, { script = `${name}.py`, modules, numpy, prints } = {}) {
  const own = [{ name: `${name.replace(/.*\//, "")}_ext`, sources: [`${name}.cpp`] }];
  return { name, script, modules: modules ?? own, numpy, prints };
}

/** A module of a name that does not follow from that of the pair. */
function module(name, sources = [`${name}.cpp`]) {
  return { name, sources };
}

/** @type {readonly Pair[]} */
export const pairs = [
  pair("aligned_class"),
  pair("andreas_beyer"),
  pair("args"),
  pair("auto_ptr"),
  pair("back_reference"),
  pair("ben_scott1"),
  pair("bienstman1"),
  pair("bienstman2"),
  pair("bienstman3"),
  pair("bienstman4"),
  pair("bienstman5"),
  pair("boost_shared_ptr"),
  pair("builtin_converters", { script: "test_builtin_converters.py" }),
  pair("callbacks"),
  pair("class"),
  pair("const_argument"),
  pair("crossmod_exception", {
    modules: [module("crossmod_exception_a"), module("crossmod_exception_b")],
  }),
  pair("crossmod_opaque", {
    modules: [module("crossmod_opaque_a"), module("crossmod_opaque_b")],
  }),
  pair("data_members"),
  pair("defaults"),
  pair("dict"),
  pair("docstring"),
  pair("enable_shared_from_this"),
  pair("exception_translator"),
  pair("extract"),
  pair("implicit"),
  pair("injected"),
  pair("iterator", {
    modules: [module("iterator_ext", ["iterator.cpp"]), module("input_iterator")],
  }),
  pair("keywords", { script: "keywords_test.py", modules: [module("keywords")] }),
  pair("list"),
  pair("long"),
  pair("map_indexing_suite", {
    modules: [
      module("map_indexing_suite_ext", [
        "map_indexing_suite.cpp",
        "int_map_indexing_suite.cpp",
        "a_map_indexing_suite.cpp",
      ]),
    ],
  }),
  pair("minimal"),
  // The script ends well too where the module can be imported.
  pair("module_init_exception", { prints: "Module init failed" }),
  pair("multi_arg_constructor"),
  pair("nested"),
  pair("newtest", { modules: [module("m1"), module("m2")] }),
  pair("object"),
  pair("opaque"),
  pair("operators"),
  pair("operators_wrapper"),
  pair("pickle1"),
  pair("pickle2"),
  pair("pickle3"),
  pair("pickle4"),
  pair("pointer_vector"),
  pair("polymorphism"),
  pair("polymorphism2"),
  pair("polymorphism2_auto_ptr"),
  pair("properties"),
  pair("pytype_function"),
  pair("raw_ctor"),
  pair("register_ptr", { script: "register_ptr_test.py", modules: [module("register_ptr")] }),
  pair("return_arg"),
  pair("shared_ptr"),
  pair("slice"),
  pair("staticmethod"),
  pair("stl_iterator"),
  pair("str"),
  pair("test_cltree", { modules: [module("cltree")] }),
  pair("test_enum", { modules: [module("enum_ext")] }),
  pair("test_pointer_adoption"),
  pair("tuple"),
  pair("vector_indexing_suite"),
  pair("virtual_functions"),
  pair("voidptr"),
  pair("wrapper_held_type"),
  pair("numpy/dtype", { numpy }),
  pair("numpy/indexing", { numpy }),
  pair("numpy/ndarray", { numpy }),
  pair("numpy/shapes", { numpy }),
  pair("numpy/templates", { numpy }),
  // Its script imports numpy.testing.utils, which NumPy 1.25 no longer has.
  pair("numpy/ufunc", { numpy: "1.24.4" }),
];

/** Tests with a Python file that no spec could stand for, and why. */
export const leftOut = {
  calling_conventions: "calling conventions that only Windows has",
  calling_conventions_mf: "calling conventions that only Windows has",
  exec: "an executable that embeds Python: there is no module to generate",
  import_: "an executable that embeds Python: there is no module to generate",
};

/** What a spec says otherwise than upstream's bindings, by the module, and why. */
export const exceptions = {
  module_init_exception_ext:
    "a spec does not throw: its converters are registered by the function that stands for upstream's " +
    "module, which does nothing but throw",
  dtype_ext:
    "the functions for long double are left out: Debian's library lacks get_complex_dtype<256>, and the " +
    "script asks whether they are there",
};

/** Pairs that fail under upstream's own bindings on some Boost or Python, and why: not for what the bindings do. */
export const upstreamFailures = {
  nested: "it expects nested_ext.Y, and Boost 1.90 calls the class nested_ext.X.Y",
  pickle1: "it does not know that every object has a __getstate__, as from CPython 3.11 on",
  pickle4: "it does not know that every object has a __getstate__, as from CPython 3.11 on",
  properties: "it expects CPython's words for a property without a setter as they were before 3.11",
  "numpy/dtype": "the library of Boost.NumPy lacks a function, get_complex_dtype<256>",
  "numpy/ufunc":
    "it imports numpy.testing.utils, which the NumPy that this Boost is built for no longer has",
};

/**
 * Pairs that read Boost.Python's own docstrings, with its signatures of C++. A function that Boost.Python
 * dispatches has them, and is dispatched so where a spec asks for them. With dispatch fast these specs are
 * generated without that wish, and what reads docstrings is all that may fail.
 */
export const readDocstrings = [
  "args",
  "auto_ptr",
  "back_reference",
  "defaults",
  "implicit",
  "keywords",
  "newtest",
  "pytype_function",
];
