/** GB3xxx: the GIL policy. */
import { error } from "./entry.js";

export const gil = {
  GB3001: error<{ key: string; found: string; values: string; near: string }>({
    title: "An unknown GIL policy",
    message: ({ found }) => `unknown GIL policy ${found}`,
    reason: ({ values }) => `the policies are ${values}, or "steps" in place of "cpp"`,
    hint: ({ near, values }) => (near === "" ? `write one of ${values}` : near.trim()),
  }),
  GB3002: error<{ policy: string }>({
    title: '"when" without "release"',
    message: ({ policy }) => `"when" belongs to the policy "release", not to "${policy}"`,
    reason: () => "it decides at run time whether a call releases the GIL",
    hint: () => 'write { "policy": "release", "when": … }, or remove "when"',
  }),
  GB3003: error<{ what: string; type: string; policy: string }>({
    title: "A Python object in a released region",
    message: ({ what, type, policy }) =>
      `${what} has the type ${type}, which owns a Python object, but ${policy}`,
    reason: () =>
      "while this thread copies or drops the object detached, another thread changes the same reference count: one change is lost, and the object is freed too early or never",
    hint: () =>
      'use a C++ type here (std::string, a class by reference, a callback), or stay attached: "gil": "hold", among steps an "acquire" step',
  }),
  GB3004: error<{ name: string }>({
    title: 'Both "cpp" and "steps"',
    message: ({ name }) => `"${name}" has both "cpp" and "steps"`,
    reason: () => "each is the whole body of the function",
    hint: () => "remove one of them",
  }),
  GB3005: error<{ name: string }>({
    title: "Steps that are empty",
    message: ({ name }) => `"${name}" has "steps" without a step`,
    reason: () => "the function would do nothing",
    hint: () => 'add { "release": … } or { "acquire": … }, or remove "steps"',
  }),
  GB3006: error<{ count: string }>({
    title: "A step without one GIL state",
    message: ({ count }) => `a step has ${count} of "release" and "acquire"`,
    reason: () => "each step is one C++ expression in one GIL state",
    hint: () => 'write { "release": expression } or { "acquire": expression }, one for each step',
  }),
  GB3007: error<{ name: string }>({
    title: 'Both "gil" and "steps"',
    message: ({ name }) => `"${name}" has both "gil" and "steps"`,
    reason: () => "each step names its own GIL state",
    hint: () => 'remove "gil"',
  }),
  GB3008: error<{ name: string; type: string }>({
    title: "A Python object named in a release step",
    message: ({ name, type }) =>
      `the release step names "${name}", whose type ${type} owns a Python object`,
    reason: () =>
      "while the step runs detached, another thread may change the reference count of the same object",
    hint: () => 'use it in an "acquire" step and bind with "as" the C++ value that is needed',
  }),
  GB3010: error<{ when: string; names: string }>({
    title: "A condition over the object",
    message: ({ when, names }) => `the condition ${JSON.stringify(when)} of ${names} looks at self`,
    reason: () =>
      "another thread may change the object between the condition and the call it decides for",
    hint: () => 'compare parameters alone, or write "release" or "hold"',
  }),
  GB3011: error<{ name: string }>({
    title: "A released setter without a type",
    message: ({ name }) =>
      `the setter of "${name}" releases the GIL, but the property names no type`,
    reason: () => "what it takes is not known here, and could own a Python object",
    hint: () => 'add "type" to the property, or leave the setter held',
  }),
  GB3009: error<{ when: string; names: string }>({
    title: "A condition without parameters",
    message: ({ when, names }) =>
      `the condition ${JSON.stringify(when)} names no parameter of ${names}`,
    reason: () =>
      "it decides for each call by what is passed, and here it would look at nothing of it",
    hint: () => 'compare a parameter, as in "n > 4096", or write "release" or "hold"',
  }),
};
