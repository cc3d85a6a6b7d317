/** GB21xx: other specs, and what is known of them. */
import { error, warning } from "./entry.js";

export const imports = {
  GB2100: error<{ path: string; way: string }>({
    title: "Specs that import each other",
    message: ({ path }) => `"${path}" imports this spec`,
    reason: ({ way }) => `of ${way} each would need the other to be imported before it`,
    hint: () => "move what both need to a third spec, and import that in both",
  }),
  GB2101: error<{ path: string }>({
    title: "A spec that is imported twice",
    message: ({ path }) => `"${path}" is imported already`,
    reason: () => "the second import adds nothing",
    hint: () => "remove one of them",
  }),
  GB2102: warning<{ path: string }>({
    title: "An import that nothing uses",
    message: ({ path }) => `nothing here names what "${path}" declares`,
    reason: () => "an import makes names known, and Python import the other module first",
    hint: () => "remove it, or name one of its types",
  }),
  GB2103: error<{ name: string; what: string; owner: string }>({
    title: "A declaration that an imported spec has already",
    message: ({ name, what, owner }) => `${what} "${name}" is declared by ${owner} already`,
    reason: () => "a name has one meaning, and what C++ declares one class in Python",
    hint: () => "remove it here, and name the imported one; or rename it, if another is meant",
  }),
  GB2104: error<{ name: string; all: string }>({
    title: "A name that several imported modules have",
    message: ({ name }) => `"${name}" may be one of several`,
    reason: ({ all }) => `the imported modules have ${all}`,
    hint: ({ all }) => `write one of ${all}`,
  }),
  GB2105: error<{ name: string; why: string }>({
    title: "The Python name of an imported module",
    message: ({ name }) => `can't import a module as "${name}"`,
    reason: ({ why }) => why,
    hint: () => 'say in "module" of the import what Python imports it as, or leave it out',
  }),
  GB2106: error<{ name: string; other: string }>({
    title: "The lock of another module",
    message: ({ name, other }) => `"${name}" has to take the lock of the module of ${other}`,
    reason: () => "a module has no way to the lock of another one",
    hint: ({ other }) =>
      `let ${other} have a lock of its own, "lock": "self" or a member; or, where C++ sees to it, say "lock": "none" here`,
  }),
};
