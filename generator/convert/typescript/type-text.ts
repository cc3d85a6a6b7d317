/** A C++ type in the words of TypeScript, where it has some; else `Cpp<"…">`. */

import { NAMESPACES, PLAIN_TYPES, WRAPPERS } from "../../spec/typescript/package-types.js";
import { isWord } from "./words.js";

/** Which names a type can use, and which of `gen-bindings/types` it has used. */
export interface TypeNames {
  /** The spec's own names that are declared under the same name. */
  readonly declared: ReadonlySet<string>;
  /** The names of the namespaces around, outermost first: what they declare needs no path. */
  readonly around: readonly string[];
  /** The names that have to be imported; added to. */
  readonly imported: Set<string>;
}

/** The C++ type that the words stand for, to be sure that they say the same. */
interface Words {
  readonly typescript: string;
  readonly cpp: string;
  readonly imports: readonly string[];
}

/** @param cpp A type as a spec has it; undefined is none. */
export function typeText(names: TypeNames, cpp: string | undefined): string {
  if (cpp === undefined) return "unknown";
  const words = parse(cpp, names, wholeType);
  if (words === undefined || words.cpp !== cpp) {
    names.imported.add("Cpp");
    return `Cpp<${JSON.stringify(cpp)}>`;
  }
  for (const each of words.imports) names.imported.add(each);
  return words.typescript;
}

/** `void(double fraction)` as `Callback<(fraction: double) => void>`; undefined where it has no such words. */
export function callbackText(names: TypeNames, signature: string): string | undefined {
  const words = parse(signature, names, functionType);
  if (words === undefined || words.cpp !== signature) return undefined;
  for (const each of words.imports) names.imported.add(each);
  names.imported.add("Callback");
  return `Callback<${words.typescript}>`;
}

interface Cursor {
  readonly tokens: readonly string[];
  readonly names: TypeNames;
  at: number;
}

function parse(
  text: string,
  names: TypeNames,
  read: (cursor: Cursor) => Words | undefined,
): Words | undefined {
  const tokens = text.match(/[A-Za-z_]\w*(?:(?:::|\.)[A-Za-z_]\w*)*|\S/g) ?? [];
  const cursor: Cursor = { tokens, names, at: 0 };
  const words = read(cursor);
  return cursor.at === tokens.length ? words : undefined;
}

const peek = ({ tokens, at }: Cursor) => tokens[at];

function take(cursor: Cursor, token: string): boolean {
  if (peek(cursor) !== token) return false;
  cursor.at += 1;
  return true;
}

/** A type that may be const, a reference or a pointer. */
function wholeType(cursor: Cursor): Words | undefined {
  const isConst = take(cursor, "const");
  const core = namedType(cursor);
  if (core === undefined) return undefined;
  const suffix = take(cursor, "&") ? "Ref" : take(cursor, "*") ? "Ptr" : "";
  const name = `${isConst ? "Const" : ""}${suffix}`;
  const wrap = WRAPPERS[name];
  if (wrap === undefined) return core;
  return {
    typescript: `${name}<${core.typescript}>`,
    cpp: wrap(core.cpp),
    imports: [...core.imports, name],
  };
}

function namedType(cursor: Cursor): Words | undefined {
  const name = peek(cursor);
  if (name === undefined || !/^[A-Za-z_]/.test(name) || name === "const") return undefined;
  cursor.at += 1;
  if (name === "std::function") return functionObject(cursor);
  const word = nameWords(cursor.names, name);
  if (word === undefined || !take(cursor, "<")) return word;
  const args = listOf(cursor, ">", (each) => functionType(each) ?? wholeType(each));
  if (args?.length === 0) return undefined;
  return (
    args && {
      typescript: `${word.typescript}<${args.map((each) => each.typescript).join(", ")}>`,
      cpp: `${word.cpp}<${args.map((each) => each.cpp).join(", ")}>`,
      imports: [...word.imports, ...args.flatMap((each) => each.imports)],
    }
  );
}

/** `std::function<void(int)>`. */
function functionObject(cursor: Cursor): Words | undefined {
  const signature = take(cursor, "<") ? functionType(cursor) : undefined;
  if (signature === undefined || !take(cursor, ">")) return undefined;
  return {
    typescript: `Callback<${signature.typescript}>`,
    cpp: `std::function<${signature.cpp}>`,
    imports: [...signature.imports, "Callback"],
  };
}

function nameWords(names: TypeNames, name: string): Words | undefined {
  const { declared } = names;
  if (name === "void" || name === "object") return { typescript: name, cpp: name, imports: [] };
  if (isVisible(names, name)) return { typescript: name, cpp: name, imports: [] };
  if (PLAIN_TYPES.has(name)) return { typescript: name, cpp: name, imports: [name] };
  const [root = "", inner = "", ...rest] = name.split("::");
  const isKnown = Object.hasOwn(NAMESPACES, root) && NAMESPACES[root]?.has(inner) === true;
  if (!isKnown || rest.length > 0 || declared.has(root)) return undefined;
  return { typescript: `${root}.${inner}`, cpp: name, imports: [root] };
}

/** Whether TypeScript finds a name of the spec's own here; within a class what stands in it needs its path. */
function isVisible({ declared, around }: TypeNames, name: string): boolean {
  const paths = around.map((_, depth) => `${around.slice(0, depth + 1).join(".")}.${name}`);
  return [name, ...paths].some((path) => declared.has(path));
}

/** `void(double fraction, int)`; a parameter without a name is called _1 in TypeScript. */
function functionType(cursor: Cursor): Words | undefined {
  const start = cursor.at;
  const result = wholeType(cursor);
  const names: string[] = [];
  const parameters =
    result && take(cursor, "(")
      ? listOf(cursor, ")", (each) => {
          const type = wholeType(each);
          const name = peek(each);
          const isNamed = name !== undefined && /^[A-Za-z_]\w*$/.test(name);
          names.push(isNamed ? name : "");
          if (isNamed) each.at += 1;
          return type;
        })
      : undefined;
  if (result === undefined || parameters === undefined || names.some(isRefused)) {
    cursor.at = start;
    return undefined;
  }
  const typescript = parameters.map(
    (each, index) => `${names[index] || `_${index + 1}`}: ${each.typescript}`,
  );
  const cpp = parameters.map(({ cpp }, index) => (names[index] ? `${cpp} ${names[index]}` : cpp));
  return {
    typescript: `(${typescript.join(", ")}) => ${result.typescript}`,
    cpp: `${result.cpp}(${cpp.join(", ")})`,
    imports: [...result.imports, ...parameters.flatMap((each) => each.imports)],
  };
}

/** A name of a parameter that TypeScript reserves, or that stands for none. */
function isRefused(name: string): boolean {
  return name !== "" && (/^_\d*$/.test(name) || !isWord(name));
}

function listOf(
  cursor: Cursor,
  closing: string,
  read: (cursor: Cursor) => Words | undefined,
): readonly Words[] | undefined {
  const found: Words[] = [];
  if (take(cursor, closing)) return found;
  do {
    const each = read(cursor);
    if (each === undefined) return undefined;
    found.push(each);
  } while (take(cursor, ","));
  return take(cursor, closing) ? found : undefined;
}
