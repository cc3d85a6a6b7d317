/** A parsed document with the place of everything in it, whatever syntax it was written in. */
import type { Span } from "../diagnostics/source-text.js";

interface NodeBase {
  /** Where the value stands. */
  readonly span: Span;
}

export interface ObjectNode extends NodeBase {
  readonly kind: "object";
  readonly properties: Properties;
}

export interface ArrayNode extends NodeBase {
  readonly kind: "array";
  readonly items: Items;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "string" | "number" | "boolean" | "null";
  readonly value: string | number | boolean | null;
}

/** The properties of an object, in the order in which they are written: a map, or what reads like one. */
export interface Properties extends Iterable<readonly [string, Property]> {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): Property | undefined;
  keys(): Iterable<string>;
}

/** The items of an array: a list, or what reads like one. */
export interface Items extends Iterable<DocumentNode> {
  readonly length: number;
  at(index: number): DocumentNode | undefined;
}

export interface Property {
  readonly keySpan: Span;
  readonly value: DocumentNode;
}

export type DocumentNode = ObjectNode | ArrayNode | ScalarNode;

/** The way to a value: keys of objects and indices of arrays. */
export type Path = readonly (string | number)[];

/** The same document as plain data, for the schema. */
export function plainData(node: DocumentNode): unknown {
  if (node.kind === "array") return Array.from(node.items, plainData);
  if (node.kind !== "object") return node.value;
  const entries = [...node.properties].map(([key, each]) => [key, plainData(each.value)] as const);
  return Object.fromEntries(entries);
}

/** The value at a path, or undefined where there is none. */
export function nodeAt(root: DocumentNode, path: Path): DocumentNode | undefined {
  let node: DocumentNode | undefined = root;
  for (const step of path) {
    if (node?.kind === "object") node = node.properties.get(String(step))?.value;
    else if (node?.kind === "array") node = itemAt(node.items, Number(step));
    else return undefined;
  }
  return node;
}

function itemAt(items: Items, index: number): DocumentNode | undefined {
  return Number.isInteger(index) && index >= 0 ? items.at(index) : undefined;
}

/** The place of the value at a path; of the nearest value around it where it is absent. */
export function valueSpan(root: DocumentNode, path: Path): Span {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(root, path.slice(0, length));
    if (node !== undefined) return length === path.length ? node.span : openingOf(node);
  }
  return root.span;
}

/** The place of a key. */
export function keySpan(root: DocumentNode, path: Path, key: string): Span {
  const node = nodeAt(root, path);
  const property = node?.kind === "object" ? node.properties.get(key) : undefined;
  return property?.keySpan ?? valueSpan(root, path);
}

/** The bracket of an object that lacks something; all of a text, which is short for an object. */
function openingOf(node: DocumentNode): Span {
  if (node.kind !== "object" && node.kind !== "array") return node.span;
  const { source, start, end } = node.span;
  return { source, start, end: Math.min(start + 1, end) };
}
