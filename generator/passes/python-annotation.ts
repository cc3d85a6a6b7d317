/** Reads what a spec says of a type to Python: `python` of an entry of `types`. */
import { BUILTIN_EXCEPTIONS } from "../model/python-exceptions.js";
import type { ImportedNames } from "./imported-names.js";

/** The classes of `builtins` that annotations name. */
const BUILTIN_CLASSES: ReadonlySet<string> = new Set([
  ..."bool bytearray bytes complex dict float frozenset int list memoryview object range set slice str tuple type".split(
    " ",
  ),
  ...BUILTIN_EXCEPTIONS,
]);

/** Names of `typing` and `collections.abc` that need no module in front. */
const WELL_KNOWN: ReadonlyMap<string, string> = new Map([
  ..."Any Literal Optional Union".split(" ").map((name) => [name, `typing.${name}`] as const),
  ..."Callable Iterable Iterator Mapping Sequence"
    .split(" ")
    .map((name) => [name, `collections.abc.${name}`] as const),
]);

const TOKEN =
  /\s*(?:([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(\.\.\.|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|-?\d+)|([[\],|]))/y;

export type ReadAnnotation =
  | { readonly text: string }
  /** What is wrong, and where in the text. */
  | { readonly error: "form"; readonly offset: number; readonly length: number }
  | {
      readonly error: "name";
      readonly name: string;
      readonly known: readonly string[];
      readonly offset: number;
      readonly length: number;
    };

interface Token {
  readonly kind: "name" | "literal" | "sign" | "end";
  readonly text: string;
  readonly offset: number;
}

/** The Python paths of what the spec declares, as keys. */
interface DeclaredNames {
  readonly classes: ReadonlyMap<string, unknown>;
  readonly enumerations: ReadonlyMap<string, unknown>;
  readonly imported: ImportedNames;
}

/** The same text with every name whole, as in the model; or what is wrong with it. */
export function readAnnotation(
  text: string,
  { classes, enumerations, imported }: DeclaredNames,
): ReadAnnotation {
  const tokens = tokensOf(text);
  const wrong = firstOutOfPlace(tokens);
  if (wrong !== undefined) {
    return { error: "form", offset: wrong.offset, length: wrong.text.length };
  }
  const paths = [...classes.keys(), ...enumerations.keys()];
  const declared = new Map([
    ...imported.paths,
    ...paths.map((path) => [path, imported.origins.has(path) ? path : `.${path}`] as const),
  ]);
  const parts: string[] = [];
  for (const { kind, text: word, offset } of tokens) {
    const whole = kind === "name" ? wholeName(word, declared) : word;
    if (whole === undefined) {
      const known = [...declared.keys(), ...BUILTIN_CLASSES, ...WELL_KNOWN.keys()];
      return { error: "name", name: word, known, offset, length: word.length };
    }
    parts.push(word === "|" ? " | " : word === "," ? ", " : whole);
  }
  return { text: parts.join("") };
}

function wholeName(name: string, declared: ReadonlyMap<string, string>): string | undefined {
  if (name === "None" || name === "True" || name === "False") return name;
  const whole = declared.get(name);
  if (whole !== undefined) return whole;
  if (BUILTIN_CLASSES.has(name)) return `builtins.${name}`;
  return WELL_KNOWN.get(name) ?? (name.includes(".") ? name : undefined);
}

/** Ends with one that is not in the text: at its end, or where it can't be read. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [all, name, literal, sign] = found;
    end = found.index + all.length;
    const word = name ?? literal ?? sign ?? "";
    const kind = name !== undefined ? "name" : literal !== undefined ? "literal" : "sign";
    tokens.push({ kind, text: word, offset: end - word.length });
  }
  const rest = text.slice(end).trim();
  if (rest !== "")
    return [...tokens, { kind: "sign", text: rest, offset: text.indexOf(rest, end) }];
  return [...tokens, { kind: "end", text: "", offset: text.length }];
}

/** The first token that no annotation has there: `name[…, […]] | …`. */
function firstOutOfPlace(tokens: readonly Token[]): Token | undefined {
  let next = 0;
  const at = (text: string) => tokens[next]?.kind === "sign" && tokens[next]?.text === text;

  function union(): boolean {
    do {
      if (!item()) return false;
    } while (at("|") && next++ >= 0);
    return true;
  }
  function item(): boolean {
    if (at("[")) return list();
    const kind = tokens[next]?.kind;
    if (kind !== "name" && kind !== "literal") return false;
    next += 1;
    return kind === "literal" || !at("[") || list();
  }
  function list(): boolean {
    next += 1;
    if (!at("]")) {
      do {
        if (!union()) return false;
      } while (at(",") && next++ >= 0);
    }
    if (!at("]")) return false;
    next += 1;
    return true;
  }

  return union() && tokens[next]?.kind === "end" ? undefined : tokens[next];
}
