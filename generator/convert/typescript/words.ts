/** Which names TypeScript can have where. */
import { BUILTIN_EXCEPTIONS } from "../../model/python-exceptions.js";
import {
  NAMESPACES,
  PLAIN_TYPES,
  SECTIONS,
  WRAPPERS,
} from "../../spec/typescript/package-types.js";

/** What can't name anything, in strict mode. */
const RESERVED: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval
  export extends false finally for function if implements import in instanceof interface let new null
  package private protected public return static super switch this throw true try typeof var void
  while with yield`.split(/\s+/),
);

/** What can't name a type besides. */
const TYPE_WORDS: ReadonlySet<string> = new Set(
  "any bigint boolean never number object string symbol undefined unknown".split(" "),
);

/** A name that a function, a constant or a parameter can have. */
export function isWord(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name);
}

/** A name that a class, an enumeration, an alias or a namespace can have: no type is called so. */
export function isTypeWord(name: string): boolean {
  const isTaken =
    PLAIN_TYPES.has(name) ||
    BUILTIN_EXCEPTIONS.has(name) ||
    Object.hasOwn(NAMESPACES, name) ||
    Object.hasOwn(WRAPPERS, name) ||
    Object.hasOwn(SECTIONS, name) ||
    name === "Callback" ||
    name === "Cpp";
  return isWord(name) && !TYPE_WORDS.has(name) && !isTaken;
}
