/** GB1xxx: the syntax of a spec, and its schema. */
import { error, warning } from "./entry.js";

export const syntax = {
  GB1001: error<{ start: string }>({
    title: "An empty spec",
    message: () => "the spec is empty",
    reason: () => "a spec names a module",
    hint: ({ start }) => `start with ${start}`,
  }),
  GB1002: error<{ byte: string }>({
    title: "Not UTF-8",
    message: ({ byte }) => `byte 0x${byte} is not UTF-8`,
    reason: () => "a spec is a text in UTF-8",
    hint: () => "save the file as UTF-8",
  }),
  GB1003: error<{ megabytes: string }>({
    title: "A spec too large to be one",
    message: ({ megabytes }) => `the file has ${megabytes} MB`,
    reason: () => "a spec may have 32 MB: about a hundred thousand functions",
    hint: () => "check that this is the right file, or divide the module",
  }),
  GB1004: error<{ levels: string }>({
    title: "Nested too deeply",
    message: ({ levels }) => `brackets are nested more than ${levels} levels deep here`,
    reason: () => "nothing in the language needs so many",
    hint: () => "look for a bracket that is not closed, or take inner classes out",
  }),
  GB1005: error<{ what: string; found: string }>({
    title: "Not JSON",
    message: ({ what, found }) =>
      found === "" ? `${what}, but the file ends` : `${what}; found ${JSON.stringify(found)}`,
    reason: () => "the spec is not valid JSON",
    hint: () => "correct it here; what comes behind this place was not looked at",
  }),
  GB1006: error<Record<never, never>>({
    title: "A trailing comma",
    message: () => "a comma before the closing bracket",
    reason: () => "JSON allows a comma only between two entries",
    hint: () => "remove the comma",
  }),
  GB1007: error<{ key: string }>({
    title: "A key given twice",
    message: ({ key }) => `the key "${key}" is given twice in this object`,
    reason: () => "only one of the two could count",
    hint: () => "remove one, or put both values into one",
  }),
  GB1008: error<{ what: string }>({
    title: "Not YAML",
    message: ({ what }) => what,
    reason: () => "the spec is not valid YAML 1.2",
    hint: () => "correct it here; what comes behind this place was not looked at",
  }),
  GB1009: error<{ what: string; instead: string }>({
    title: "A part of YAML that specs do not have",
    message: ({ what }) => `a spec can't have ${what}`,
    reason: () =>
      "a spec is one document of YAML 1.2 that holds what JSON can hold; anchors, aliases and << only repeat it",
    hint: ({ instead }) => instead,
  }),
  GB1010: error<{ key: string; near: string }>({
    title: "An unknown key",
    message: ({ key }) => `unknown key "${key}"`,
    reason: () => "a key that means nothing would be ignored in silence",
    hint: ({ near }) => near || "remove it",
  }),
  GB1011: error<{ key: string; expected: string; found: string }>({
    title: "The wrong type of value",
    message: ({ key, expected, found }) =>
      key === ""
        ? `expected ${expected}, found ${found}`
        : `"${key}": expected ${expected}, found ${found}`,
    reason: () => "the language asks for another type of value here",
    hint: ({ expected, found }) => {
      const plain = /^(?:a number \((.*)\)|(true|false))$/.exec(found);
      const text = plain?.[1] ?? plain?.[2];
      if (expected === "a string" && text !== undefined) return `write it in quotes: "${text}"`;
      const word = /^a string \("(yes|on|no|off)"\)$/i.exec(found)?.[1]?.toLowerCase();
      if (expected === "true or false" && word !== undefined) {
        return `write ${word === "yes" || word === "on"}; "${word}" is a text`;
      }
      return `write ${expected}`;
    },
  }),
  GB1012: error<{ key: string; owner: string }>({
    title: "A missing key",
    message: ({ key, owner }) => `"${key}" is missing from ${owner}`,
    reason: ({ key }) => `nothing can stand in for "${key}"`,
    hint: ({ key }) => `add "${key}" to this object`,
  }),
  GB1013: error<{ key: string; found: string; values: string; near: string }>({
    title: "An unknown value",
    message: ({ key, found }) => `"${key}" can't be ${found}`,
    reason: ({ values }) => `the values are ${values}`,
    hint: ({ near, values }) => (near === "" ? `write one of ${values}` : near.trim()),
  }),
  GB1015: error<{ key: string }>({
    title: "An empty list",
    message: ({ key }) => `"${key}" is empty`,
    reason: () => "without an entry it says nothing",
    hint: () => "add an entry, or remove it",
  }),
  GB1016: error<{ found: string }>({
    title: "An unknown version of the language",
    message: ({ found }) => `specVersion can't be ${found}`,
    reason: () => "this version of gen-bindings knows version 1 of the language",
    hint: () =>
      'write "specVersion": 1; a spec of a later version needs the gen-bindings that knows it',
  }),
  GB1017: error<{ what: string }>({
    title: "Not TypeScript",
    message: ({ what }) => what,
    reason: () => "the spec is not valid TypeScript",
    hint: () => "correct it here; what comes behind this place was not looked at",
  }),
  GB1018: error<{ what: string; instead: string }>({
    title: "A part of TypeScript that specs do not have",
    message: ({ what }) => `a spec can't have ${what}`,
    reason: () => "a spec in TypeScript is a list of declarations, which are read and never run",
    hint: ({ instead }) => instead,
  }),
  GB1019: warning<{ tag: string; known: string }>({
    title: "A tag that means nothing in a spec",
    message: ({ tag }) => `the tag ${tag} means nothing here`,
    reason: ({ known }) => `the tags here are ${known}`,
    hint: () => "remove it, or leave it to the tool that reads it",
  }),
  GB1020: error<Record<never, never>>({
    title: "A table of types that is no module",
    message: () => 'this spec has no "module": it is a table of types',
    reason: () => "there is nothing in it to bind; other specs import it",
    hint: () => 'name it in "imports" of the spec of a module, or add "module"',
  }),
  GB1021: error<{ key: string }>({
    title: "A condition where none can stand",
    message: ({ key }) => `"${key}" can't stand here`,
    reason: () =>
      "what may be absent is a function, class, method, constructor, attribute, property, operator, enumeration, enumerator, exception, constant, type, conversion or submodule",
    hint: () => "say it of the entry around this; verbatim C++ has #if of its own",
  }),
};
