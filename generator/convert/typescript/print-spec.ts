/** A spec as a file of TypeScript: the words; prettier puts them in order. */
import { z } from "zod";
import { BUILTIN_EXCEPTIONS } from "../../model/python-exceptions.js";
import { spec } from "../../spec/schema/spec.js";
import { type Shape, shapeOf } from "../../spec/schema-keys.js";
import { SECTIONS } from "../../spec/typescript/package-types.js";
import { isObject, type Json, type JsonObject, objectsIn, without } from "../json.js";
import { commentText } from "./comment-text.js";
import { callableText } from "./print-callable.js";
import { attributeText, classText, keysOf, memberName } from "./print-class.js";
import { declaration, type Path, type Scope } from "./scope.js";
import { callbackText, typeText } from "./type-text.js";
import { isTypeWord, isWord } from "./words.js";

/** @param remarks The comment lines that stand before a value in the source. */
export function printTypeScript(root: JsonObject, remarks: (path: Path) => string): string {
  const classes = objectsIn(root.classes) ?? [];
  const scope: Scope = {
    declared: declaredNames(root),
    around: [],
    imported: new Set(),
    derivedFrom: (name) =>
      classes.filter(
        ({ bases }) => name !== undefined && Array.isArray(bases) && bases.includes(name),
      ),
    remarks,
  };
  const shape = shapeOf(spec);
  const parts: string[] = [];
  const rest: string[] = [];
  for (const [key, value] of Object.entries(root)) {
    const natural = key === "types" ? typesText(scope, value, keysOf(shape, key)) : undefined;
    if (natural !== undefined) parts.push(natural);
    else if (!isDeclared(root, key))
      (key === "module" ? parts : rest).push(sectionText(scope, key, value));
  }
  const sections = rest.filter((each) =>
    /^export const (specVersion|defaults|types|\$schema)\b/m.test(each),
  );
  const others = rest.filter((each) => !sections.includes(each));
  const body = [...sections, ...parts, contentsText(scope, root, shape, []), ...others];
  const imported = [...scope.imported].toSorted();
  const imports =
    imported.length === 0
      ? ""
      : `import type { ${imported.join(", ")} } from "gen-bindings/types";\n\n`;
  return `${remarks([])}${imports}${body.filter(Boolean).join("\n\n")}\n`;
}

const LISTS = ["exceptions", "enums", "constants", "classes", "functions", "modules"] as const;

/** Whether a list of the module is said by declarations. */
function isDeclared(owner: JsonObject, list: string): boolean {
  const entries = objectsIn(owner[list]);
  if (entries === undefined || !LISTS.some((each) => each === list)) return false;
  if (list === "exceptions")
    return entries.every((each) => "name" in each || "as" in each || "translator" in each);
  // Two classes of one name are one in TypeScript.
  return list !== "classes" || new Set(entries.map(({ name }) => name)).size === entries.length;
}

/** `export const module = { … } satisfies Module`. */
function sectionText(scope: Scope, key: string, value: Json): string {
  const type = Object.entries(SECTIONS).find(([, each]) => each === key)?.[0];
  if (type !== undefined) scope.imported.add(type);
  const ending = type === undefined ? "" : ` satisfies ${type}`;
  return declaration(scope, [key], "", `export const ${key} = ${JSON.stringify(value)}${ending};`);
}

function contentsText(scope: Scope, owner: JsonObject, shape: Shape, path: Path): string {
  const classes = (objectsIn(owner.classes) ?? []).map(({ name }) => name);
  const print: Readonly<Record<(typeof LISTS)[number], Printer>> = {
    exceptions: exceptionText,
    enums: enumText,
    constants: constantText,
    classes: (inner, each, keys, at) => wholeClassText(inner, each, keys, at),
    functions: functionText,
    modules: (inner, each, keys, at) => submoduleText(inner, each, keys, at, classes),
  };
  const texts = LISTS.filter((list) => isDeclared(owner, list)).flatMap((list) =>
    (objectsIn(owner[list]) ?? []).map((each, index) =>
      print[list](scope, each, keysOf(shape, list), [...path, list, index]),
    ),
  );
  return texts.join("\n\n");
}

type Printer = (scope: Scope, value: JsonObject, shape: Shape, path: Path) => string;

function functionText(scope: Scope, value: JsonObject, shape: Shape, path: Path): string {
  const { own, said } = plainName(value.name, isWord, "function_");
  const { comment, signature } = callableText(scope, value, shape, said, true);
  return declaration(scope, path, comment, `export declare function ${own}${signature};`);
}

function constantText(scope: Scope, value: JsonObject, shape: Shape, path: Path): string {
  const { own, said } = plainName(value.name, isWord, "constant_");
  const type = typeof value.type === "string" ? value.type : undefined;
  const keys = without(value, ...said, ...(type === undefined ? [] : ["type"]));
  const text = `export declare const ${own}: ${typeText(scope, type)};`;
  return declaration(scope, path, commentText(keys, shape), text);
}

function enumText(scope: Scope, value: JsonObject, shape: Shape, path: Path): string {
  const { own, said } = plainName(value.name, isTypeWord, "Enumeration_");
  const values = Array.isArray(value.values) ? (value.values as readonly Json[]) : [];
  const inner = keysOf(shape, "values");
  const members = values.map((each, index) => {
    const item = isObject(each) ? each : { name: each };
    const named = memberName(item.name);
    const isPlain = isObject(each) && Object.keys(each).length === 1;
    if (isPlain || named.said.length === 0) return undefined;
    const comment = commentText(without(item, "name"), inner);
    return declaration(scope, [...path, "values", index], comment, named.own);
  });
  const isNatural = members.length > 0 && members.every((each) => each !== undefined);
  const keys = without(value, ...said, ...(isNatural ? ["values"] : []));
  const body = isNatural ? members.join(",\n") : "";
  return declaration(
    scope,
    path,
    commentText(keys, shape),
    `export declare enum ${own} {\n${body}\n}`,
  );
}

function exceptionText(scope: Scope, value: JsonObject, shape: Shape, path: Path): string {
  const isUnnamed = "as" in value || "translator" in value;
  const fallback = typeof value.cpp === "string" ? value.cpp.replace(/\W+/g, "_") : "Exception_";
  const { own, said } = plainName(isUnnamed ? undefined : value.name, isTypeWord, fallback);
  const { base } = value;
  const isKnown =
    typeof base === "string" && (scope.declared.has(base) || BUILTIN_EXCEPTIONS.has(base));
  if (isKnown && !scope.declared.has(base)) scope.imported.add(base);
  const attributes = objectsIn(value.attributes);
  const keys = [...said, ...(isKnown ? ["base"] : []), ...(attributes ? ["attributes"] : [])];
  const comment = commentText(
    { exception: true, ...without(value, ...keys) },
    {
      ...shape,
      exception: z.literal(true),
    },
  );
  const members = (attributes ?? []).map((each, index) =>
    attributeText(scope, each, keysOf(shape, "attributes"), [...path, "attributes", index]),
  );
  const head = `export declare class ${own}${isKnown ? ` extends ${base}` : ""}`;
  return declaration(scope, path, comment, `${head} {\n${members.join("\n")}\n}`);
}

function wholeClassText(scope: Scope, value: JsonObject, shape: Shape, path: Path): string {
  const { own } = plainName(value.name, isTypeWord, "Class_");
  const text = classText(scope, value, own, shape, path);
  const inner = contentsText(
    inside(scope, own),
    { enums: value.enums ?? [], classes: value.classes ?? [] },
    shape,
    path,
  );
  return inner === ""
    ? text
    : `${text}\n\nexport declare namespace ${own} {\n${exported(inner)}\n}`;
}

function submoduleText(
  scope: Scope,
  value: JsonObject,
  shape: Shape,
  path: Path,
  classes: readonly (Json | undefined)[],
): string {
  const isFree = (name: string) => isTypeWord(name) && !classes.includes(name);
  const { own, said } = plainName(value.name, isFree, "module_");
  const lists = LISTS.filter((list) => isDeclared(value, list));
  const comment = commentText(without(value, ...said, ...lists), shape);
  const inner = contentsText(inside(scope, own), value, shape, path);
  const text = `export declare namespace ${own} {\n${exported(inner)}\n}`;
  return declaration(scope, path, comment, text);
}

function inside(scope: Scope, namespace: string): Scope {
  return { ...scope, around: [...scope.around, namespace] };
}

/** In a namespace that is declared, nothing inside says so again. */
function exported(text: string): string {
  return text.replaceAll(/^export declare /gm, "export ");
}

/** Entries of `types`; a whole section where one of them has a name that no alias can have. */
function typesText(scope: Scope, value: Json, shape: Shape): string | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (
    entries.length === 0 ||
    !entries.every(([name, each]) => isTypeWord(name) && isObject(each))
  ) {
    return undefined;
  }
  return entries
    .map(([name, each]) => aliasText(scope, name, each as JsonObject, shape))
    .join("\n\n");
}

function aliasText(scope: Scope, name: string, value: JsonObject, shape: Shape): string {
  const { callback, cpp } = value;
  const signature = typeof callback === "string" ? callbackText(scope, callback) : undefined;
  const isCpp = signature === undefined && typeof cpp === "string";
  if (isCpp) scope.imported.add("Cpp");
  const type = signature ?? (isCpp ? `Cpp<${JSON.stringify(cpp)}>` : "unknown");
  const said = signature === undefined ? (isCpp ? ["cpp"] : []) : ["callback"];
  const comment = commentText(without(value, ...said), shape);
  return declaration(scope, ["types", name], comment, `export type ${name} = ${type};`);
}

/** A name of a declaration, and the key that it says. */
function plainName(
  name: Json | undefined,
  isFree: (name: string) => boolean,
  fallback: string,
): { readonly own: string; readonly said: readonly string[] } {
  if (typeof name === "string" && isFree(name)) return { own: name, said: ["name"] };
  const own = typeof name === "string" && /^[A-Za-z_]\w*$/.test(name) ? `${name}_` : fallback;
  return { own, said: [] };
}

/** The names that types of a spec can use as they are, those of inner classes with their paths. */
function declaredNames(root: JsonObject): ReadonlySet<string> {
  const types = isObject(root.types) ? Object.keys(root.types) : [];
  return new Set([...types.filter(isTypeWord), ...namesIn(root, "")]);
}

function namesIn(owner: JsonObject, path: string): readonly string[] {
  return ["classes", "enums", "exceptions", "modules"].flatMap((list) => {
    if (!isDeclared(owner, list)) return [];
    return (objectsIn(owner[list]) ?? []).flatMap((each) => {
      const { name } = each;
      if (typeof name !== "string" || !isTypeWord(name)) return [];
      return [
        ...(list === "modules" ? [] : [`${path}${name}`]),
        ...namesIn(each, `${path}${name}.`),
      ];
    });
  });
}
