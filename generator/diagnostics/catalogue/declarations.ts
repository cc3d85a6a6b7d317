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
};
