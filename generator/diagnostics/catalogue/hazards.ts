/** GB3015 and up: policies that lead two threads into a deadlock or a race, or a library into a crash. */
import { error, warning } from "./entry.js";

const NO_LOCK = '"lock": "none"';

export const hazards = {
  GB3015: error<{ name: string; policy: string; fix: string }>({
    title: "A held call that waits for another thread",
    message: ({ name, policy }) => `"${name}" waits for another thread, but ${policy}`,
    reason: () => "the thread that it waits for can't run Python, nor can any other",
    interleaving: ({ name }) => [
      `thread 1  attached: calls ${name}, and waits for thread 2`,
      "thread 2  waits for the GIL, which thread 1 holds: neither goes on",
    ],
    hint: () => 'release the GIL in the call, or remove "blocks" if it waits for nobody',
    fix: ({ fix }) => fix,
  }),
  GB3016: warning<{ name: string; parameter: string; policy: string; fix: string }>({
    title: "A held call that is called back by another thread",
    message: ({ name, parameter, policy }) =>
      `"${name}" takes "${parameter}", which a thread of the library's own calls, but ${policy}`,
    reason: () => "that thread has to attach to call it, and can't before this call returns",
    interleaving: ({ name, parameter }) => [
      `thread 1  attached: calls ${name}, and waits for the library's thread, or for a lock of it`,
      `thread 2  the library's: calls ${parameter}, and waits for the GIL: neither goes on`,
    ],
    hint: () => "release the GIL in the call",
    fix: ({ fix }) => fix,
  }),
  GB3017: error<{ name: string }>({
    title: "A held destructor that waits for another thread",
    message: ({ name }) => `the destructor of "${name}" waits for another thread with the GIL held`,
    reason: () => "Python drops its last reference attached, at any moment",
    interleaving: ({ name }) => [
      `thread 1  attached: drops the last reference to a ${name}, whose destructor waits for thread 2`,
      "thread 2  waits for the GIL, to finish what it does: neither goes on",
    ],
    hint: () => "release the GIL in the destructor; the class must not be copied then",
    fix: () => '"destructor": { "gil": "release", "blocks": true }, "copyable": false',
  }),
  GB3018: error<{ name: string; what: string; callee: string; lock: string }>({
    title: "A call from another thread under a lock",
    message: ({ name, what, lock }) =>
      `${what} is called by a thread of the library's own, but "${name}" locks ${lock}`,
    reason: () => "a lock lets its own thread in again, and no other",
    interleaving: ({ name, callee, lock }) => [
      `thread 1  locks ${lock}, calls ${name}, and waits for the library's thread`,
      `thread 2  the library's: calls ${callee}, whose Python uses the object: waits for the lock`,
      "          neither goes on",
    ],
    hint: () => 'add "lock": "none", and lock inside the library, around what needs it',
    fix: () => NO_LOCK,
  }),
  GB3019: warning<{ name: string; lock: string }>({
    title: "A call that waits under a lock",
    message: ({ name, lock }) => `"${name}" waits for another thread while it locks ${lock}`,
    reason: () => "a thread of the library's own calls the object back, whose lock it then needs",
    interleaving: ({ name, lock }) => [
      `thread 1  locks ${lock}, calls ${name}, and waits for the library's thread`,
      "thread 2  the library's: calls back, whose Python uses the object: waits for the lock",
      "          neither goes on",
    ],
    hint: () => 'add "lock": "none", and lock inside the library, around what needs it',
    fix: () => NO_LOCK,
  }),
  GB3020: warning<{ first: string; second: string; one: string; other: string; fix: string }>({
    title: "Locks whose order can cycle",
    message: ({ first, second, one, other }) =>
      `"${first}" runs Python under the lock of ${one}, and "${second}" may wait for it under the lock of ${other}`,
    reason: () => "what Python calls there may take the other lock: the two orders make a cycle",
    interleaving: ({ first, second, one, other }) => [
      `thread 1  ${first}: holds the lock of ${one}, and its Python calls what locks ${other}`,
      `thread 2  ${second}: holds the lock of ${other}, and waits for that of ${one}: neither goes on`,
    ],
    hint: () => 'give both one lock, or add "lock": "none" to what calls back',
    fix: ({ fix }) => fix,
  }),
  GB3021: warning<{ name: string; members: string; first: string; fix: string }>({
    title: "A released method that changes its object without a lock",
    message: ({ name, members }) => `"${name}" is changed detached, without a lock: ${members}`,
    reason: () => "without the GIL nothing keeps two calls on one object apart",
    interleaving: ({ first }) => [
      `thread 1  detached: in ${first}`,
      "thread 2  attached: changes or closes the same object under its feet",
    ],
    hint: () =>
      'lock, or say why not: "mutates": false where it only reads what nothing changes, "lock": "none" where C++ sees to it',
    fix: ({ fix }) => fix,
  }),
  GB3022: warning<{ name: string; lock: string; result: string }>({
    title: "A result that outlives the lock",
    message: ({ name, lock, result }) => `"${name}" locks ${lock}, and returns ${result}`,
    reason: () => "the lock ends with the call, and what is done with the result is not under it",
    interleaving: ({ lock }) => [
      `thread 1  has the result, and uses what it refers to, without the lock of ${lock}`,
      "thread 2  changes the same object, under the lock",
    ],
    hint: () => 'return a copy, or add "lock": "none" to say that C++ keeps the two apart',
    fix: () => NO_LOCK,
  }),
  GB3023: error<{ name: string; what: string }>({
    title: "A Python error through a library without exceptions",
    message: ({ name, what }) =>
      `"${name}" lets no C++ exception through, but a Python error in ${what} would be one`,
    reason: () => "compiled without exception tables, a library can't be unwound",
    interleaving: ({ name }) => [
      `thread 1  calls ${name}, which calls Python, which raises`,
      "thread 1  the exception finds no way through the library: the process ends",
    ],
    hint: () =>
      '"deferred" keeps the error until C++ has returned; what C++ gets meanwhile is "value"',
    fix: () => '"onError": "deferred"',
  }),
  GB3024: error<{ when: string; name: string; named: string; why: string }>({
    title: "A condition over something else than parameters",
    message: ({ when, name, named }) =>
      `the condition ${JSON.stringify(when)} of "${name}" names "${named}", which is no parameter of it`,
    reason: ({ why }) => `${why}; the parameters of the call are all that is in reach there`,
    hint: () => 'compare a parameter; a C++ name of yours is written in full, as in "acme::limit"',
    fix: () => '"gil": { "policy": "release", "when": "n > 4096" }',
  }),
  GB3025: warning<{ name: string; method: string }>({
    title: "A factory for a class with virtual methods",
    message: ({ name, method }) =>
      `"${name}" has a factory, whose objects do not call an override of "${method}"`,
    reason: () =>
      "overrides are called by a class derived from yours, and the factory makes objects of yours",
    hint: () => "use a constructor of the class; a static method may still call the factory",
    fix: () =>
      '"constructors": [{ "params": [] }], "methods": [{ "name": "make", "static": true, "returns": "…" }]',
  }),
  GB3026: error<{ name: string }>({
    title: "A module for free-threaded Python",
    message: ({ name }) => `"${name}" is declared to need no GIL, which can't be kept`,
    reason: () =>
      "that takes a Boost.Python with mod_gil_not_used() (boostorg/python#508), which no release up to 1.90 has; and each policy here is kept by means of a GIL",
    interleaving: () => [
      "thread 1  attached, in a held call: changes an object",
      "thread 2  attached too, in another: changes the same object at the same time",
    ],
    hint: () =>
      "remove it: a free-threaded Python then switches its GIL on when it imports the module",
    fix: () => '"freeThreaded": false',
  }),
};
