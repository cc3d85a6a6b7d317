/** GB3001 to GB3014: what a GIL policy and a lock say, and Python objects where none may be. */
import { error } from "./entry.js";

/** What becomes of a reference count that a detached thread changes. */
function lostCount(change: string): readonly string[] {
  return [
    `thread 1  detached: ${change}, and reads its reference count`,
    "thread 2  attached: changes the same count",
    "thread 1  writes back its own: one change is lost, the object is freed too early or never",
  ];
}

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
    reason: () => "only an attached thread may change a reference count",
    hint: () =>
      'use a C++ type here (std::string, a class by reference, a callback), or stay attached: "gil": "hold", among steps an "acquire" step',
    interleaving: () => lostCount("copies or drops the object"),
    fix: () => '"gil": "hold"',
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
    reason: () => "only an attached thread may change a reference count",
    hint: () => 'use it in an "acquire" step and bind with "as" the C++ value that is needed',
    interleaving: ({ name }) => lostCount(`copies or drops ${name} in the step`),
    fix: ({ name }) =>
      `{ "acquire": "acme::read(${name})", "as": "value" }, { "release": "acme::use(value)" }`,
  }),
  GB3010: error<{ when: string; names: string; named: string }>({
    title: "A condition over the object",
    message: ({ when, names, named }) =>
      `the condition ${JSON.stringify(when)} of ${names} looks at ${named}`,
    reason: () => "what is decided holds for the object as it was, not as it is when it is called",
    hint: () => 'compare parameters alone, or write "release" or "hold"',
    interleaving: () => [
      "thread 1  attached: finds the object small, and decides to hold the GIL",
      "thread 2  in a released call: makes the object large",
      "thread 1  calls, and holds the GIL all through a long call",
    ],
    fix: () => '"gil": { "policy": "release", "when": "n > 4096" }',
  }),
  GB3011: error<{ name: string }>({
    title: "A released setter without a type",
    message: ({ name }) =>
      `the setter of "${name}" releases the GIL, but the property names no type`,
    reason: () => "what it takes is not known here, and could own a Python object",
    hint: () => 'add "type" to the property, or leave the setter held',
    interleaving: () => lostCount("drops the value that the setter replaced"),
    fix: () => '"type": "int"',
  }),
  GB3009: error<{ when: string; names: string; near: string }>({
    title: "A condition without parameters",
    message: ({ when, names }) =>
      `the condition ${JSON.stringify(when)} names no parameter of ${names}`,
    reason: () =>
      "it decides for each call by what is passed, and here it would look at nothing of it",
    hint: ({ near }) =>
      `${near}compare a parameter, as in "n > 4096", or write "release" or "hold"`,
  }),
  GB3012: error<{ name: string; first: string; second: string }>({
    title: "Two locks in one class",
    message: ({ name, first, second }) =>
      `"${name}" is locked in two ways: by ${first} and by ${second}`,
    reason: () => "members that take different locks do not keep each other out",
    hint: () => 'say it once, on the class; a member that needs no lock says "lock": "none"',
    interleaving: () => [
      "thread 1  changes the object, under the one lock",
      "thread 2  changes it at the same time, under the other",
    ],
    fix: () => '"lock": "self"',
  }),
  GB3013: error<{ name: string; policy: string; from: string }>({
    title: "A lock on a body of several regions",
    message: ({ name, policy, from }) => `"${name}" (${policy}) would take the lock of ${from}`,
    reason: () =>
      "it attaches and detaches on its way, and would wait for the GIL while it holds the mutex",
    hint: () => 'add "lock": "none" and lock inside, detached, or write "release" or "hold"',
    interleaving: () => [
      "thread 1  holds the mutex, and attaches on its way: waits for the GIL",
      "thread 2  holds the GIL, and waits for the mutex: neither goes on",
    ],
    fix: () => '"lock": "none"',
  }),
  GB3014: error<{ name: string }>({
    title: "A lock on an object where there is none",
    message: ({ name }) => `"${name}" has no object to lock`,
    reason: () => 'it is static; "module" is the lock of the library as a whole',
    hint: () => 'write "lock": "module" or "none"',
    fix: () => '"lock": "module"',
  }),
};
