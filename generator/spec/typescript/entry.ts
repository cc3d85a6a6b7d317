/** An object of the document while its declaration is read: keys, from the declaration and its tags. */
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceText, Span } from "../../diagnostics/source-text.js";
import type { DocumentNode, ObjectNode, Property } from "../document.js";
import { addProperty } from "../properties.js";

/** What all who read a file in TypeScript share. */
export interface Reading {
  readonly source: SourceText;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface Entry {
  readonly span: Span;
  readonly properties: Map<string, Property>;
}

export function entry(span: Span): Entry {
  return { span, properties: new Map() };
}

/** Gives a key its value; given twice, it is a mistake. */
export function put(
  { report }: Reading,
  { properties }: Entry,
  key: string,
  keySpan: Span,
  value: DocumentNode,
): void {
  addProperty(properties, key, { keySpan, value }, report);
}

/** What the declaration itself says: a tag of the same key goes before it. */
export function putUnlessTagged({ properties }: Entry, key: string, value: DocumentNode): void {
  if (!properties.has(key)) properties.set(key, { keySpan: value.span, value });
}

/** Adds to a list, which is made where there is none. */
export function append({ properties }: Entry, key: string, value: DocumentNode, span = value.span) {
  const list = properties.get(key);
  const items = list?.value.kind === "array" ? list.value.items : [];
  const place = list?.value.span ?? span;
  properties.set(key, {
    keySpan: list?.keySpan ?? span,
    value: { kind: "array", span: place, items: [...items, value] },
  });
}

export function objectNode({ span, properties }: Entry): ObjectNode {
  return { kind: "object", span, properties };
}

export function text(value: string, span: Span): DocumentNode {
  return { kind: "string", span, value };
}

export function truth(value: boolean, span: Span): DocumentNode {
  return { kind: "boolean", span, value };
}
