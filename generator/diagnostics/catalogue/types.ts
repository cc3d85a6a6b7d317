/** GB4xxx: types, ownership, overloads. */
import { error, warning } from "./entry.js";

export const types = {
  GB4001: error<{ type: string }>({
    title: "A C++ type without a converter",
    message: ({ type }) => `Boost.Python has no converter for ${type}`,
    reason: () => "a call would end in a TypeError: No registered converter was found",
    hint: () =>
      'declare it in "types" with "cpp" and "converters" if your own sources register one, or use a function of yours that takes a type that is known',
  }),
  GB4002: error<{ type: string; name: string }>({
    title: "A result by reference or pointer",
    message: ({ type, name }) => `"${name}" returns ${type}, and nothing says who owns the object`,
    reason: () => "Boost.Python refuses to guess: without a call policy this is a compile error",
    hint: () =>
      'return it by value or by std::shared_ptr, or add a policy: "manage_new_object" if Python shall own it, "return_internal_reference" if it belongs to the object, "copy_const_reference" for a copy',
  }),
  GB4003: error<{ type: string; name: string }>({
    title: "A result that can't be copied",
    message: ({ type, name }) =>
      `"${name}" returns ${type} by value, but the class says it can't be copied`,
    reason: () =>
      "the result is copied or moved into a Python object; without this check the compiler would end a page of template errors with a deleted copy constructor",
    hint: () =>
      'return a std::shared_ptr and set "held": "std::shared_ptr", or remove "copyable": false',
  }),
  GB4004: error<{ type: string; held: string; wanted: string }>({
    title: "A shared pointer to a class held otherwise",
    message: ({ type, held }) => `${type} is used, but the class is held by ${held}`,
    reason: () =>
      "Boost.Python makes a Python object of such a pointer only where it was told to; the call would end in a TypeError: No to_python converter",
    hint: ({ wanted }) => `add "pointers": ["${wanted}"] to the class, or set "held": "${wanted}"`,
  }),
  GB4005: error<{ what: string }>({
    title: "void where a value is needed",
    message: ({ what }) => `${what} can't be void`,
    reason: () => "void has no value",
    hint: () => "name a type, or leave the parameter out",
  }),
  GB4006: error<{ type: string; what: string }>({
    title: "A type that a callback or an override can't pass",
    message: ({ type, what }) => `${what} can't be ${type}`,
    reason: () => "it is converted between C++ and Python on each call, by value",
    hint: () => "use a number, a string, an enum, or a class by value",
  }),
  GB4007: warning<{ name: string; type: string }>({
    title: "A parameter that no Python value fits",
    message: ({ name, type }) =>
      `the parameter "${name}" has the type ${type}, which no Python value can be passed for`,
    reason: () =>
      "a Python number, str or enumerator has no C++ object inside that could be referred to: the call never matches",
    hint: () =>
      "take it by value; to return what C++ puts in, use a function of yours that returns it",
  }),
  GB4010: error<{ what: string; type: string }>({
    title: "A type that can't be passed",
    message: ({ what, type }) => `${what} can't have the type ${type}`,
    reason: () => "Boost.Python has no way to make it of a Python object, or a Python object of it",
    hint: () => "take it by value or by const reference",
  }),
  GB4011: error<{ name: string; count: string; most: string }>({
    title: "More parameters than Boost.Python takes",
    message: ({ name, count }) => `"${name}" has ${count} parameters, the object included`,
    reason: ({ most }) =>
      `Boost.Python is compiled for ${most} (BOOST_PYTHON_MAX_ARITY), and has no template for more: the compiler would find no function that matches`,
    hint: ({ count }) => `put some of them into a class, or add "maxArity": ${count} to the module`,
  }),
  GB4012: error<{ name: string; near: string; names: string }>({
    title: "A custodian or ward that is not there",
    message: ({ name }) => `nothing here is called "${name}"`,
    reason: () =>
      "a call policy is about the result, the object, and the parameters; Boost.Python counts them, and a number too high is an IndexError in every call",
    hint: ({ near, names }) => (near === "" ? `write one of ${names}` : near.trim()),
  }),
  GB4013: error<{ type: string; name: string }>({
    title: '"manage_new_object" of what is no pointer',
    message: ({ type, name }) => `"${name}" returns ${type}, which Python can't take over`,
    reason: () =>
      "it takes over the C++ object that a pointer to a class of this spec points to; without this check the compiler would end a page of template errors with manage_new_object_requires_a_pointer_return_type",
    hint: () => 'return a pointer, as in "Counter*", or remove the policy',
  }),
  GB4014: error<{ name: string; type: string }>({
    title: "An override that returns a reference or pointer",
    message: ({ name, type }) => `the override of "${name}" would return ${type}`,
    reason: () =>
      "what Python returns dies when the call has ended, and C++ would be left with a dangling reference",
    hint: () => "return a value, or a shared pointer, from a virtual function of an adapter class",
  }),
  GB4015: error<{ name: string }>({
    title: "A released destructor of a class that is copied",
    message: ({ name }) =>
      `"${name}" has the destructor policy "release", but objects of it are copied into Python`,
    reason: () =>
      "Boost.Python destroys its copies attached, so that their destructors would wait with the GIL held",
    hint: () => 'add "copyable": false to the class',
  }),
  GB4017: error<{ name: string }>({
    title: "An abstract class that is copied",
    message: ({ name }) => `"${name}" is abstract, and is copyable`,
    reason: () =>
      "C++ can't make a copy of an abstract class; without this check Boost.Python's own copying would be a page of template errors",
    hint: () => 'add "copyable": false to the class',
  }),
  GB4018: error<{ name: string }>({
    title: "A declared value for no result",
    message: ({ name }) => `"${name}" returns void, and "onError" declares a value`,
    reason: () => "C++ gets the value in place of a result, and here is none",
    hint: () => 'remove "value"',
  }),
  GB4019: error<{ name: string }>({
    title: "A policy for the result of a constructor",
    message: ({ name }) => `"${name}" says in "policy" what becomes of its result, and has none`,
    reason: () => "the object that a constructor makes is Python's in any case",
    hint: () => 'remove "return" from "policy"',
  }),
  GB4020: error<{ name: string; ward: string; why: string }>({
    title: "A custodian that can't keep its ward",
    message: ({ name, ward }) => `"${name}" can't be the custodian of "${ward}"`,
    reason: ({ why }) => why,
    hint: () => "name two objects, of which the custodian is one of a class of this spec",
  }),
  GB4021: error<{ policy: string; type: string; name: string; why: string; boost: string }>({
    title: "A call policy that contradicts the result",
    message: ({ policy, type, name }) =>
      `"${policy}" does not fit "${name}", which returns ${type}`,
    reason: ({ why, boost }) =>
      `${why}; without this check the compiler would end a page of template errors with ${boost}`,
    hint: ({ policy }) =>
      /reference_existing|internal/.test(policy)
        ? "return a pointer or a reference, or leave the policy out: a value is copied"
        : "leave the policy out: a value is copied, and so is what a reference refers to",
  }),
  GB4022: error<{ key: string; name: string; why: string }>({
    title: "A key of a call policy without effect",
    message: ({ key, name }) => `"${key}" in the policy of "${name}" would do nothing`,
    reason: ({ why }) => why,
    hint: ({ key }) => `remove "${key}"`,
  }),
  GB4023: error<{ name: string }>({
    title: "A constructor of an abstract class",
    message: ({ name }) => `"${name}" is abstract, and has a constructor`,
    reason: () =>
      "C++ makes no object of it: without this check the compiler would end a page of template errors with: cannot allocate an object of abstract type",
    hint: () =>
      'remove the constructor, declare its pure virtual methods with "virtual": "pure", or name a hand-written "wrapper"',
  }),
  GB4024: error<{ type: string; name: string; why: string }>({
    title: "An object that can't be passed so",
    message: ({ type, name }) => `"${name}" can't take its object as ${type}`,
    reason: ({ why }) => why,
    hint: () => 'name a pointer or a smart pointer to the class, or remove "selfType"',
  }),
  GB4070: warning<{ overload: string; hiding: string }>({
    title: "An overload that no call reaches",
    message: ({ overload, hiding }) => `no call reaches ${overload}: ${hiding} is tried before it`,
    reason: () =>
      "Boost.Python calls the first overload that takes the arguments and looks for no better one; double takes an int too, and int a bool",
    hint: () => "put the more special one first, or name their parameters differently",
  }),
  GB4008: error<{ path: string; said: string }>({
    title: "C++ that does not compile",
    message: ({ said }) => `the compiler refuses what is declared here: ${said}`,
    reason: ({ path }) => `the C++ made of ${path} does not fit what the headers declare`,
    hint: () =>
      "compare the name, the types and the headers with the C++; the compiler's text follows",
  }),
  GB4009: error<{ test: string }>({
    title: "A generated test that fails",
    message: ({ test }) => `the test ${test} failed`,
    reason: () => "the module does not do what is declared here",
    hint: () => "pytest's text above shows what was expected, and what came",
  }),
};
