/** GB2082 and on, GB4080 and on: what stands in place of hand-written functions that forward. */
import { error } from "./entry.js";

export const adapters = {
  GB2082: error<{ key: string; what: string; why: string }>({
    title: "A key of an adapter that has no place there",
    message: ({ key, what }) => `"${key}" has no place in ${what}`,
    reason: ({ why }) => why,
    hint: ({ key }) => `remove "${key}"`,
  }),
  GB4080: error<{ type: string; direction: string; why: string }>({
    title: "A parameter that C++ can't write for Python",
    message: ({ type, direction }) => `a parameter of type ${type} can't be "${direction}"`,
    reason: ({ why }) => why,
    hint: () => 'write the type as C++ has it, "int&" or "std::string*", or leave "direction" out',
  }),
  GB4081: error<{ name: string; type: string; why: string }>({
    title: "A result that can't stand beside others",
    message: ({ name, type }) =>
      `"${name}" gives Python ${type} together with what C++ writes to its parameters`,
    reason: ({ why }) => why,
    hint: () => "return it by value, or call a function of yours that returns all of it",
  }),
  GB4082: error<{ name: string; type: string }>({
    title: "A pointer and a length of what is no bytes",
    message: ({ name, type }) =>
      `"${name}" is ${type}, which is not passed as a pointer and a length`,
    reason: () => "only Python's bytes lie in one piece, and never change",
    hint: () => 'write "type": "bytes", or leave "passedAs" out',
  }),
};
