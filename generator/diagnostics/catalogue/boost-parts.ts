/** GB2040, GB3040, GB4040 and up: what Boost.Python makes of a class by itself. */
import { error } from "./entry.js";

export const boostParts = {
  GB2040: error<{ given: string; missing: string }>({
    title: "An iterator with one end",
    message: ({ given, missing }) => `an iterator has "${given}", and no "${missing}"`,
    reason: () => "it goes from the one to the other; of a container both have a name already",
    hint: ({ given, missing }) =>
      `add "${missing}", or remove "${given}" to iterate from begin() to end()`,
    fix: () => '"iterator": { "begin": "first", "end": "last" }',
  }),
  GB2041: error<{ what: string; key: string }>({
    title: "A key for what Boost.Python makes by itself",
    message: ({ what, key }) => `${what} has no "${key}"`,
    reason: ({ what }) => `Boost.Python makes ${what} by itself: nothing in it can be chosen so`,
    hint: ({ key }) => `remove "${key}"`,
  }),
  GB2042: error<{ name: string }>({
    title: "A virtual method that a hand-written wrapper leaves open",
    message: ({ name }) => `"${name}" is virtual, and its class has a wrapper`,
    reason: () =>
      "the wrapper leads its calls to Python: Boost.Python has to be told what the C++ implementation is called, or that there is none",
    hint: () => 'add "default" to a method that C++ implements, "virtual": "pure" to any other',
    fix: () => '"virtual": true, "default": "ShapeWrapper::default_area"',
  }),
  GB2045: error<{ name: string; keys: string }>({
    title: "An accessor made of nothing, or of two things",
    message: ({ name, keys }) => `an accessor of "${name}" needs one of ${keys}`,
    reason: () =>
      "it calls C++, or is a method that Python finds in the class already, or iterates",
    hint: () => "name one",
    fix: () => '"get": { "cpp": "size" }',
  }),
  GB2046: error<{ name: string }>({
    title: "Accessors of two kinds",
    message: ({ name }) => `one accessor of "${name}" calls C++, the other is there already`,
    reason: () => "what Boost.Python makes by itself and call bodies are defined apart",
    hint: () => 'make a method of the C++ function too, and name it by "attribute"',
    fix: () => '"get": { "attribute": "get_n" }, "set": { "attribute": "set_n" }',
  }),
  GB2047: error<{ name: string; near: string }>({
    title: "An accessor that is no method",
    message: ({ name }) => `the class has no method "${name}"`,
    reason: () => "Boost.Python looks the name up in the Python class, on import",
    hint: ({ near }) => `${near}name a method of this class, or a C++ function in "cpp"`,
  }),
  GB2048: error<{ name: string; why: string; boost: string }>({
    title: "Pickling that does not fit together",
    message: ({ name }) => `what "pickle" says of "${name}" can't be kept`,
    reason: ({ why, boost }) => `${why}; without this check Boost.Python ${boost}`,
    hint: () =>
      'name the arguments, the state, or both; or say "pickle": true, where Python has the methods',
    fix: () => '"pickle": { "initArgs": "arguments", "getState": "state", "setState": "restore" }',
  }),
  GB3040: error<{ what: string; key: string }>({
    title: "A GIL policy for what Boost.Python makes by itself",
    message: ({ what, key }) => `${what} can't keep "${key}"`,
    reason: ({ what }) =>
      `Boost.Python makes ${what} by itself, and runs it attached: there is no call body to release in`,
    hint: ({ key }) => `remove "${key}", or write a method that calls your C++`,
  }),
  GB3041: error<{ what: string; name: string }>({
    title: "A lock for what Boost.Python makes by itself",
    message: ({ what, name }) => `${what} can't take the lock of "${name}"`,
    reason: ({ what }) =>
      `Boost.Python makes ${what} by itself: there is no call body to lock in, nor would a lock last until it is used`,
    interleaving: ({ what, name }) => [
      `thread 1  uses ${what} of a ${name}, without the lock`,
      `thread 2  changes the same ${name}, under the lock`,
    ],
    hint: () =>
      'add "lock": "none" to say that C++ keeps the threads apart, or write a method that returns a copy',
    fix: () => '"lock": "none"',
  }),
  GB4040: error<{ name: string }>({
    title: "An object that could not be made again",
    message: ({ name }) => `"${name}" is pickled without arguments, and its constructors need some`,
    reason: () =>
      "what is pickled is made again by a call of the class, with the arguments of initArgs, and then given its state; Boost.Python would pickle it, and raise an ArgumentError when it is read again",
    hint: () =>
      'name a function of the object in "initArgs", or add a constructor without parameters',
    fix: () => '"initArgs": "arguments"',
  }),
};
