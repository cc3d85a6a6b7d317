/** Classes as declarations of TypeScript; what is declared inside them stands in a namespace. */
import { type Shape, shapeOf } from "../../spec/schema-keys.js";
import { type Json, type JsonObject, objectsIn, without } from "../json.js";
import { commentText } from "./comment-text.js";
import { type AccessorText, accessorText } from "./print-accessor.js";
import { callableText } from "./print-callable.js";
import { declaration, type Path, type Scope } from "./scope.js";
import { typeText } from "./type-text.js";

export function keysOf(shape: Shape, list: string): Shape {
  return shape[list] === undefined ? {} : shapeOf(shape[list]);
}

/** @param own The name of the declaration, which is that of Python where TypeScript can have it. */
export function classText(
  scope: Scope,
  value: JsonObject,
  own: string,
  shape: Shape,
  path: Path,
): string {
  const members: string[] = [];
  const said = ["enums", "classes"].filter((list) => objectsIn(value[list]) !== undefined);
  // An attribute may give way to one of these; in TypeScript a class has each name once.
  const later = new Set(
    [value.properties, value.methods].flatMap((list) =>
      (objectsIn(list) ?? []).map(({ name }) => name ?? null),
    ),
  );
  const pure = pureNames(objectsIn(value.methods) ?? [], scope.derivedFrom(value.name));
  const print: Readonly<Record<string, (each: JsonObject, at: Path) => string>> = {
    constructors: (each, at) => {
      const { comment, signature } = callableText(
        scope,
        each,
        keysOf(shape, "constructors"),
        [],
        false,
      );
      return declaration(scope, at, comment, `constructor${signature};`);
    },
    attributes: (each, at) => attributeText(scope, each, keysOf(shape, "attributes"), at, later),
    properties: (each, at) => propertyText(scope, each, keysOf(shape, "properties"), at),
    methods: (each, at) => methodText(scope, each, keysOf(shape, "methods"), pure, at),
  };
  for (const [list, one] of Object.entries(print)) {
    const entries = objectsIn(value[list]);
    if (entries === undefined) continue;
    said.push(list);
    members.push(...entries.map((each, index) => one(each, [...path, list, index])));
  }
  if (own === value.name) said.push("name");
  const base = baseOf(scope, value.bases);
  if (base !== undefined) said.push("bases");
  const isAbstract = pure.size > 0 || value.abstract === true;
  if (pure.size === 0 && value.abstract === true) said.push("abstract");
  const comment = commentText(without(value, ...said), shape);
  const head = `export declare ${isAbstract ? "abstract " : ""}class ${own}${base ? ` extends ${base}` : ""}`;
  return declaration(scope, path, comment, `${head} {\n${members.join("\n")}\n}`);
}

function baseOf({ declared }: Scope, bases: Json | undefined): string | undefined {
  if (!Array.isArray(bases) || bases.length !== 1) return undefined;
  const [base] = bases;
  return typeof base === "string" && declared.has(base) ? base : undefined;
}

/** The methods that TypeScript can call abstract: all overloads of a name are, and each derived class says it. */
function pureNames(
  methods: readonly JsonObject[],
  derived: readonly JsonObject[],
): ReadonlySet<Json> {
  const isPure = (each: JsonObject) => each.virtual === "pure" && each.static !== true;
  const names = new Set(methods.filter(isPure).map(({ name }) => name ?? null));
  for (const each of methods) if (!isPure(each)) names.delete(each.name ?? null);
  for (const each of derived) {
    const own = new Set((objectsIn(each.methods) ?? []).map(({ name }) => name ?? null));
    for (const name of names) if (!own.has(name)) names.delete(name);
  }
  return names;
}

/** A name of a member, with a tag where TypeScript can't have it. */
export function memberName(name: Json | undefined): {
  readonly own: string;
  readonly said: readonly string[];
} {
  const isSaid = typeof name === "string" && name !== "constructor" && name !== "";
  if (!isSaid) return { own: "member", said: [] };
  return { own: /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name), said: ["name"] };
}

function methodText(
  scope: Scope,
  value: JsonObject,
  shape: Shape,
  pure: ReadonlySet<Json>,
  path: Path,
): string {
  const { own, said } = memberName(value.name);
  const isStatic = value.static === true;
  const isAbstract = pure.has(value.name ?? null);
  const keys = [...said, ...(isStatic ? ["static"] : []), ...(isAbstract ? ["virtual"] : [])];
  const { comment, signature } = callableText(scope, value, shape, keys, true);
  const words = `${isStatic ? "static " : ""}${isAbstract ? "abstract " : ""}`;
  return declaration(scope, path, comment, `${words}${own}${signature};`);
}

/** A data member; also of an exception. */
export function attributeText(
  scope: Scope,
  value: JsonObject,
  shape: Shape,
  path: Path,
  taken: ReadonlySet<Json> = new Set(),
): string {
  const { own, said } = taken.has(value.name ?? null)
    ? { own: `${value.name}_attribute`, said: [] }
    : memberName(value.name);
  const keys = [...said];
  const isStatic = value.static === true;
  const isReadonly = value.access === "readonly";
  if (isStatic) keys.push("static");
  if (isReadonly) keys.push("access");
  const type = typeof value.type === "string" ? value.type : undefined;
  if (type !== undefined) keys.push("type");
  const words = `${isStatic ? "static " : ""}${isReadonly ? "readonly " : ""}`;
  const comment = commentText(without(value, ...keys), shape);
  return declaration(scope, path, comment, `${words}${own}: ${typeText(scope, type)};`);
}

function propertyText(scope: Scope, value: JsonObject, shape: Shape, path: Path): string {
  const { own, said } = memberName(value.name);
  const type = typeof value.type === "string" ? value.type : undefined;
  const isStatic = value.static === true;
  const keys = ["get", "set", ...said];
  if (isStatic) keys.push("static");
  if (type !== undefined) keys.push("type");
  const printed = typeText(scope, type);
  const word = isStatic ? "static " : "";
  const get = accessorText(value.get, "get", own, shape);
  const getComment = commentText({ ...without(value, ...keys), ...get.keys }, get.shape);
  const getter = declaration(scope, path, getComment, `${word}get ${own}(): ${printed};`);
  if (!("set" in value)) return getter;
  const set: AccessorText = accessorText(value.set, "set", own, shape);
  const setComment = commentText(set.keys, set.shape);
  return `${getter}\n${setComment === "" ? "" : `${setComment}\n`}${word}set ${own}(value: ${printed});`;
}
