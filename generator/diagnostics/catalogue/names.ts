/** GB2xxx: names, and what they refer to. */
import { error, warning } from "./entry.js";

/** Variables of the emitted code have one name alone; all else may have another in C++. */
function another(name: string, what: string): string {
  const choose = `choose another, such as "${name}_"`;
  const isVariable = what === "the parameter" || what === "the value";
  return isVariable ? choose : `${choose}, and say in "cpp" what it is called in C++`;
}

export const names = {
  GB2001: error<{ name: string; what: string }>({
    title: "Not an identifier",
    message: ({ name, what }) => `${what} ${JSON.stringify(name)} is not an identifier`,
    reason: () => "a name is made of ASCII letters, digits and _, and does not start with a digit",
    hint: () => "choose a name that is an identifier in C++ and in Python",
  }),
  GB2002: error<{ name: string; what: string }>({
    title: "A C++ keyword as a name",
    message: ({ name, what }) => `${what} "${name}" is a C++ keyword`,
    reason: () => "the name is used in C++ as it stands",
    hint: ({ name, what }) => another(name, what),
  }),
  GB2003: error<{ name: string; what: string }>({
    title: "A Python keyword as a name",
    message: ({ name, what }) => `${what} "${name}" is a Python keyword`,
    reason: () => "Python code could not write it",
    hint: ({ name, what }) => another(name, what),
  }),
  GB2004: error<{ name: string; first: string; second: string }>({
    title: "Two things of one name",
    message: ({ name, first, second }) =>
      first === second
        ? `"${name}" is declared twice, as ${first}`
        : `"${name}" is ${first} and also ${second}`,
    reason: () => "the second would replace the first",
    hint: () =>
      "rename one; only functions, methods and constructors may share a name, as overloads",
  }),
  GB2005: error<{ name: string; near: string }>({
    title: "An unknown type",
    message: ({ name }) => `unknown type "${name}"`,
    reason: () => "Boost.Python has no converter for it, and the spec declares none",
    hint: ({ near }) =>
      `${near}declare it as a class or an enum, or in "types" with "cpp" if a converter exists elsewhere`,
  }),
  GB2006: error<{ name: string; near: string }>({
    title: "An unknown base class",
    message: ({ name }) => `unknown base class "${name}"`,
    reason: () => "a base class must be bound before the class derived from it",
    hint: ({ near }) => `${near}name a class of this spec as Python sees it`,
  }),
  GB2007: error<{ text: string; why: string }>({
    title: "A type that can't be read",
    message: ({ text, why }) => `can't read the type ${JSON.stringify(text)}: ${why}`,
    reason: () => "it is not written as a C++ type",
    hint: () => 'write it as in C++, for instance "const std::string&"',
  }),
  GB2008: error<{ name: string; what: string }>({
    title: "A reserved name",
    message: ({ name, what }) => `${what} "${name}" is reserved`,
    reason: () => 'generated code uses "self" and names that start with gen_bindings',
    hint: () => "choose another name",
  }),
  GB2028: error<{ name: string; all: string }>({
    title: "A module that its own tests could not import",
    message: ({ name }) => `the module can't be called "${name}"`,
    reason: ({ all }) =>
      `the generated tests import something else of that name: ${all} are theirs`,
    hint: () => "choose another name",
  }),
  GB2009: error<{ text: string; what: string; allowed: string }>({
    title: "A text that can't stand in a build file",
    message: ({ text, what }) => `${what} can't be ${JSON.stringify(text)}`,
    reason: ({ allowed }) => allowed,
    hint: () => "correct it; nothing but a plain name or path can stand here",
  }),
  GB2010: error<{ name: string; near: string }>({
    title: "An unknown base exception",
    message: ({ name }) => `unknown exception "${name}"`,
    reason: () => "exceptions are the built-in ones of Python, and those of this spec",
    hint: ({ near }) => near || 'write "RuntimeError", or leave it out for Exception',
  }),
  GB2011: error<{ name: string; what: string }>({
    title: "Something derived from itself",
    message: ({ name, what }) => `${what} "${name}" is derived from itself`,
    reason: () => "its bases lead back to it",
    hint: () => "remove one of the bases",
  }),
  GB2012: error<{ text: string; what: string }>({
    title: "Not a C++ name",
    message: ({ text, what }) => `${what} ${JSON.stringify(text)} is not a C++ name`,
    reason: () => "a qualified C++ name is expected here, without arguments or operators",
    hint: () => 'write it as in "acme::Counter"',
  }),
  GB2013: error<{ call: string }>({
    title: "An example with two outcomes, or none",
    message: ({ call }) => `the example ${JSON.stringify(call)} needs either "returns" or "raises"`,
    reason: () => "without an expected outcome it would prove nothing",
    hint: () =>
      'say what it returns (a Python expression, "None" too) or which exception it raises',
  }),
  GB2014: error<{ name: string }>({
    title: "A type that is neither a callback nor a C++ type",
    message: ({ name }) => `the type "${name}" needs either "callback" or "cpp"`,
    reason: () => "it would stand for nothing, or for two things",
    hint: () => "give the signature of a callback, or the C++ type that has converters",
  }),
  GB2015: error<{ name: string; after: string }>({
    title: "A parameter without a default behind one that has one",
    message: ({ name, after }) =>
      `the parameter "${name}" has no default, but "${after}" before it has`,
    reason: () => "Python could not leave out the one and give the other by position",
    hint: () => "give it a default, or put it in front",
  }),
  GB2017: error<{ key: string; found: string }>({
    title: "C++ that can't be emitted as it stands",
    message: ({ key, found }) => `"${key}" can't be ${found}`,
    reason: () => "it is emitted within a line: nothing would be left out of it, or behind it",
    hint: () => "write a C++ expression; a comment in it stands between /* and */",
  }),
  GB2018: error<{ key: string; name: string }>({
    title: "A key about calls into Python, where there are none",
    message: ({ key, name }) => `"${key}" says nothing of "${name}"`,
    reason: () => "it is about callbacks, and about virtual methods that Python overrides",
    hint: ({ key }) => `remove "${key}", or add "callback" to a type, "virtual" to a method`,
  }),
  GB2019: error<{ key: string; name: string }>({
    title: "A virtual method that can't be overridden",
    message: ({ key, name }) => `"${name}" is virtual and has "${key}"`,
    reason: () =>
      "C++ calls the override through the virtual member function of this name and signature",
    hint: ({ key }) =>
      key === "cpp"
        ? 'name the member function itself in "cpp", without a scope'
        : `remove "${key}" or "virtual"`,
  }),
  GB2020: error<{ name: string; method: string }>({
    title: "An inherited pure method that is not mentioned",
    message: ({ name, method }) =>
      `"${name}" has virtual methods, and does not say whether it implements "${method}"`,
    reason: () => "without an override in Python, C++ would call what may not be there",
    hint: ({ method }) =>
      `declare ${JSON.stringify(method.replace(/^.*\./, ""))} here too, with "virtual": true, or "pure"`,
  }),
  GB2021: error<{ name: string }>({
    title: "Examples of a plain attribute",
    message: ({ name }) => `the attribute "${name}" has examples`,
    reason: () =>
      "Boost.Python reads and writes it by itself: there is no call that they would prove",
    hint: () => "move them to a method or a property, or remove them",
  }),
  GB2022: error<{ where: string }>({
    title: "A declared value for many results",
    message: ({ where }) => `"onError" of ${where} declares a value`,
    reason: () => "it would be given to callbacks and virtual methods whose results differ",
    hint: () => 'move "value" to the callback in "types", or to the virtual method itself',
  }),
  GB2023: error({
    title: "A parameter without a name behind one that has a name",
    message: () => "this parameter has no name, and one before it has",
    reason: () => "Boost.Python gives names to the last parameters of a function",
    hint: () => "give it a name, or take the names of those before it away",
  }),
  GB2024: error({
    title: "A smart pointer that is named twice, or not at all",
    message: () => 'a smart pointer has either "template" or "cpp"',
    reason: () => "the one is a template of the class, the other a type by itself",
    hint: () => 'write { "template": "acme::intrusive_ptr" } or { "cpp": "EnginePtr" }',
  }),
  GB2027: error<{ name: string }>({
    title: "A C++ implementation of a method without a wrapper",
    message: ({ name }) => `"${name}" has a "default", and its class no "wrapper"`,
    reason: () => "it is what a hand-written wrapper runs where Python overrides nothing",
    hint: () =>
      'add "wrapper" to the class, or write "virtual": true: a trampoline is emitted, which knows the implementation',
  }),
  GB2026: error<{ name: string }>({
    title: "Converters of an opaque type",
    message: ({ name }) => `"${name}" is opaque, and has converters`,
    reason: () => "Python hands pointers to it on as they are: nothing is converted",
    hint: () => 'remove "converters", or "opaque"',
  }),
  GB2025: error<{ count: string; name: string; why: string }>({
    title: "A least number of arguments that does not fit",
    message: ({ count, name }) => `"minArguments" of "${name}" is ${count}`,
    reason: ({ why }) => why,
    hint: () =>
      'leave "minArguments" out, or let it be less than the number of parameters, none of which has a "default" of its own',
  }),
  GB2016: warning<{ name: string }>({
    title: "An empty class",
    message: ({ name }) =>
      `the class "${name}" is empty: no constructor, method, attribute or property`,
    reason: () => "Python can neither make, nor use, nor pass on an object of it",
    hint: () => "add a constructor or a method, or remove the class",
  }),
};
