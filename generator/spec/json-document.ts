/** A JSON text as a document, each part of which is made when it is asked for. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DocumentNode, Items, Properties, Property } from "./document.js";
import type { JsonPlaces, PlacedText } from "./json-places.js";
import { addProperty } from "./properties.js";

/** A JSON text without mistakes of syntax, and where everything in it stands. */
export interface LocatedJson extends PlacedText {
  readonly places: JsonPlaces;
}

export function jsonDocument(json: LocatedJson): DocumentNode {
  return nodeOf(json, 0);
}

/** Each key that can't be one; those of inner objects come before those around them. */
export function checkKeys(json: LocatedJson): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  checkInside(json, 0, (each) => diagnostics.push(each));
  return diagnostics;
}

function checkInside(
  json: LocatedJson,
  number: number,
  report: (diagnostic: Diagnostic) => void,
): void {
  const opening = openingOf(json, number);
  if (opening === "[") {
    for (const item of childrenOf(json, number)) checkInside(json, item, report);
  } else if (opening === "{") {
    const found = new Map<string, Pick<Property, "keySpan">>();
    for (const key of childrenOf(json, number)) {
      checkInside(json, key + 1, report);
      addProperty(found, stringOf(json, key), { keySpan: spanOf(json, key) }, report);
    }
  }
}

function nodeOf(json: LocatedJson, number: number): DocumentNode {
  const span = spanOf(json, number);
  switch (openingOf(json, number)) {
    case "{":
      return { kind: "object", span, properties: new JsonProperties(json, number) };
    case "[":
      return { kind: "array", span, items: new JsonItems(json, number) };
    case '"':
      return { kind: "string", span, value: stringOf(json, number) };
    case "t":
    case "f":
      return { kind: "boolean", span, value: openingOf(json, number) === "t" };
    case "n":
      return { kind: "null", span, value: null };
    default:
      return { kind: "number", span, value: Number(textOf(json, number)) };
  }
}

// Two classes, as millions of them are made: each of so many literals would have functions of its own.

class JsonProperties implements Properties {
  constructor(
    private readonly json: LocatedJson,
    private readonly number: number,
  ) {}

  get size(): number {
    return childrenOf(this.json, this.number).length;
  }

  has(key: string): boolean {
    return this.numberOf(key) !== undefined;
  }

  get(key: string): Property | undefined {
    const number = this.numberOf(key);
    return number === undefined ? undefined : propertyOf(this.json, number);
  }

  *keys(): Iterable<string> {
    for (const key of childrenOf(this.json, this.number)) yield stringOf(this.json, key);
  }

  *[Symbol.iterator](): Iterator<readonly [string, Property]> {
    for (const key of childrenOf(this.json, this.number)) {
      yield [stringOf(this.json, key), propertyOf(this.json, key)];
    }
  }

  private numberOf(key: string): number | undefined {
    return childrenOf(this.json, this.number).find((each) => isString(this.json, each, key));
  }
}

class JsonItems implements Items {
  constructor(
    private readonly json: LocatedJson,
    private readonly number: number,
  ) {}

  get length(): number {
    return childrenOf(this.json, this.number).length;
  }

  at(index: number): DocumentNode | undefined {
    const item = childrenOf(this.json, this.number).at(index);
    return item === undefined ? undefined : nodeOf(this.json, item);
  }

  *[Symbol.iterator](): Iterator<DocumentNode> {
    for (const item of childrenOf(this.json, this.number)) yield nodeOf(this.json, item);
  }
}

function propertyOf(json: LocatedJson, key: number): Property {
  return { keySpan: spanOf(json, key), value: nodeOf(json, key + 1) };
}

function childrenOf({ places }: LocatedJson, number: number): Int32Array {
  const at = places.contents[number] ?? 0;
  return places.children.subarray(at + 1, at + 1 + (places.children[at] ?? 0));
}

function spanOf({ placeOf, places }: LocatedJson, number: number) {
  return placeOf(places.starts[number] ?? 0, places.ends[number] ?? 0);
}

/** The character that tells what kind of value it is. */
function openingOf({ text, places }: LocatedJson, number: number): string {
  return text.charAt(places.starts[number] ?? 0);
}

function textOf({ text, places }: LocatedJson, number: number): string {
  return text.slice(places.starts[number], places.ends[number]);
}

function stringOf(json: LocatedJson, number: number): string {
  const quoted = textOf(json, number);
  return quoted.includes("\\") ? JSON.parse(quoted) : quoted.slice(1, -1);
}

/** Only where lengths differ can what is written be an escape of what is meant. */
function isString(json: LocatedJson, number: number, text: string): boolean {
  const { starts, ends } = json.places;
  const [start, end] = [(starts[number] ?? 0) + 1, (ends[number] ?? 0) - 1];
  if (end - start < text.length) return false;
  if (end - start > text.length) return stringOf(json, number) === text;
  return !text.includes("\\") && json.text.startsWith(text, start);
}
