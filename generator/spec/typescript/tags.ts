/** The tags of a doc comment as keys of the language: the schema says what their texts stand for. */
import { diagnose } from "../../diagnostics/diagnostic.js";
import { didYouMean, nearest } from "../../diagnostics/nearest.js";
import type { Span } from "../../diagnostics/source-text.js";
import type { DocumentNode } from "../document.js";
import type { PlacedText } from "../json-places.js";
import { parseJson } from "../load-json.js";
import { PRESENCE_KEYS } from "../schema/presence.js";
import { kindsOf, type Shape } from "../schema-keys.js";
import type { DocComment, Tag } from "./doc-comment.js";
import { append, type Entry, entry, objectNode, put, type Reading, text } from "./entry.js";
import { languageKeys } from "./language-keys.js";
import { entryTags, objectForms, type Part } from "./shorthand.js";

/** What a declaration does with tags of its own, before the keys are looked at: true if it took one. */
export type OwnTags = (tag: Tag, comment: PlacedText) => boolean;

/** Gives an entry the keys that its doc comment names; the description is its `doc`. */
export function readTags(
  reading: Reading,
  target: Entry,
  { comment, description, tags }: DocComment,
  shape: Shape,
  own: OwnTags = () => false,
): void {
  if (description.text !== "" && "doc" in shape) {
    const place = comment.placeOf(description.start, description.end);
    put(reading, target, "doc", place, text(description.text, place));
  }
  for (const tag of tags) {
    if (own(tag, comment)) continue;
    if (tag.name === "spec") readSpecTag(reading, target, tag, comment);
    else if (!readEntryTag(reading, target, tag, comment, shape)) {
      readKeyTag(reading, target, tag, comment, shape);
    }
  }
}

/** `@spec { … }`: keys as JSON, for texts that a comment can't hold. */
function readSpecTag(reading: Reading, target: Entry, tag: Tag, comment: PlacedText): void {
  const value = jsonValue(reading, tag, comment);
  if (value?.kind !== "object") {
    const what = "@spec without an object of JSON";
    const instead = 'write its keys as JSON: @spec { "doc": "…" }';
    reading.report(diagnose("GB1018", { what, instead }, { span: tag.nameSpan }));
    return;
  }
  for (const [key, property] of value.properties) {
    put(reading, target, key, property.keySpan, property.value);
  }
}

function readEntryTag(
  reading: Reading,
  target: Entry,
  tag: Tag,
  comment: PlacedText,
  shape: Shape,
): boolean {
  const known = entryTags[tag.name];
  if (known === undefined || !(known.key in shape)) return false;
  const parts = isJsonObject(tag) ? undefined : known.form?.(tag.text);
  const value = isJsonObject(tag)
    ? jsonValue(reading, tag, comment)
    : parts
      ? objectOf(reading, parts, tag, comment)
      : plainText(tag, comment);
  if (value !== undefined) append(target, known.key, value, tag.nameSpan);
  return true;
}

function readKeyTag(
  reading: Reading,
  target: Entry,
  tag: Tag,
  comment: PlacedText,
  shape: Shape,
): void {
  const schema = shape[tag.name];
  if (schema === undefined || !Object.hasOwn(shape, tag.name)) {
    unknownTag(reading, tag, shape);
    return;
  }
  const parts = objectForms[tag.name]?.(tag.text);
  const value = parts
    ? objectOf(reading, parts, tag, comment)
    : tagValue(reading, tag, comment, kindsOf(schema));
  if (value !== undefined) put(reading, target, tag.name, tag.nameSpan, value);
}

function tagValue(
  reading: Reading,
  tag: Tag,
  comment: PlacedText,
  kinds: ReturnType<typeof kindsOf>,
): DocumentNode | undefined {
  const span = comment.placeOf(tag.start, tag.end);
  if (tag.text === "") {
    if (kinds.has("boolean") || kinds.has("true")) {
      return { kind: "boolean", span: tag.nameSpan, value: true };
    }
    return kinds.has("string") ? text("", span) : { kind: "null", span, value: null };
  }
  const isJson =
    (isJsonObject(tag) && kinds.has("object")) || (tag.text.startsWith("[") && kinds.has("array"));
  if (isJson) return jsonValue(reading, tag, comment);
  const isWord = tag.text === "true" || tag.text === "false";
  if (isWord && (kinds.has("boolean") || kinds.has("true"))) {
    return { kind: "boolean", span, value: tag.text === "true" };
  }
  if (kinds.has("number") && /^-?\d+(\.\d+)?$/.test(tag.text)) {
    return { kind: "number", span, value: Number(tag.text) };
  }
  return plainText(tag, comment);
}

function isJsonObject(tag: Tag): boolean {
  return tag.text.startsWith("{");
}

function jsonValue(reading: Reading, tag: Tag, comment: PlacedText): DocumentNode | undefined {
  const { value, diagnostics } = parseJson({
    text: tag.text,
    placeOf: (start, end) => comment.placeOf(tag.start + start, tag.start + end),
  });
  for (const each of diagnostics) reading.report(each);
  return value;
}

/** A text that starts with a quote is no text in quotes: its parts are elsewhere than in JSON. */
function plainText(tag: Tag, comment: PlacedText): DocumentNode {
  const span = comment.placeOf(tag.start, tag.end);
  return text(tag.text, /^["']/.test(tag.text) ? { ...span, translated: true } : span);
}

function objectOf(
  reading: Reading,
  parts: readonly Part[],
  tag: Tag,
  comment: PlacedText,
): DocumentNode {
  const value = entry(comment.placeOf(tag.start, tag.end));
  for (const part of parts) {
    const start = tag.start + part.at;
    const span: Span = comment.placeOf(start, start + part.text.length);
    put(reading, value, part.key, span, text(part.text, span));
  }
  return objectNode(value);
}

/** A slip of the fingers, or a key of something else, is a mistake; any other tag is for other tools. */
function unknownTag({ report }: Reading, tag: Tag, shape: Shape): void {
  const entries = Object.keys(entryTags).filter((name) => (entryTags[name]?.key ?? "") in shape);
  if (PRESENCE_KEYS.includes(tag.name)) {
    report(diagnose("GB1021", { key: tag.name }, { span: tag.nameSpan }));
    return;
  }
  const known = [...Object.keys(shape), ...entries, "spec"].map((name) => `@${name}`);
  const name = `@${tag.name}`;
  const place = { span: tag.nameSpan };
  const meant = nearest(name, known);
  if (meant !== undefined || languageKeys().has(tag.name)) {
    const near = meant ? didYouMean(name, [meant]).trim() : `the tags here are ${known.join(", ")}`;
    report(diagnose("GB1010", { key: name, near }, place));
  } else {
    report(diagnose("GB1019", { tag: name, known: known.join(", ") }, place));
  }
}
