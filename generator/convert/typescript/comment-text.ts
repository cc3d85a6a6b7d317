/** Keys of the language as the tags of a doc comment. */
import { kindsOf, type Shape } from "../../spec/schema-keys.js";
import { entryTags, objectForms, type Part } from "../../spec/typescript/shorthand.js";
import { isObject, isSame, type Json, type JsonObject } from "../json.js";

/** The doc comment that says these keys; empty where there are none. */
export function commentText(keys: JsonObject, shape: Shape): string {
  const { doc, ...others } = keys;
  const isPlainDoc = typeof doc === "string" && doc !== "" && isPlain(doc);
  const left: Record<string, Json> = {};
  const tags: string[] = [];
  for (const [key, value] of Object.entries(isPlainDoc ? others : keys)) {
    const said = tagsOf(key, value, shape);
    if (said === undefined) left[key] = value;
    else tags.push(...said);
  }
  if (Object.keys(left).length > 0) tags.push(`@spec ${jsonText(left)}`);
  const description = isPlainDoc ? [doc, ...(tags.length > 0 ? [""] : [])] : [];
  const lines = [...description, ...tags].join("\n").split("\n");
  if (lines[0] === "" && lines.length === 1) return "";
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"].join("\n");
}

/** The tags of a key, or undefined where a comment can't hold its value. */
function tagsOf(key: string, value: Json, shape: Shape): readonly string[] | undefined {
  const schema = shape[key];
  if (schema === undefined) return undefined;
  const single = Object.entries(entryTags).find(([, tag]) => tag.key === key);
  if (single && Array.isArray(value) && value.length > 0) {
    const [name, { form }] = single;
    const entries = value.map((each) => entryText(each, form));
    if (entries.every((each) => each !== undefined))
      return entries.map((each) => `@${name} ${each}`);
  }
  const text = valueText(key, value, kindsOf(schema));
  return text === undefined ? undefined : [text === "" ? `@${key}` : `@${key} ${text}`];
}

function valueText(
  key: string,
  value: Json,
  kinds: ReturnType<typeof kindsOf>,
): string | undefined {
  if (value === true) return kinds.has("boolean") || kinds.has("true") ? "" : undefined;
  if (value === false) return kinds.has("boolean") ? "false" : undefined;
  if (typeof value === "number") return kinds.has("number") ? String(value) : undefined;
  if (typeof value === "string") return stringText(key, value, kinds);
  if (isObject(value)) {
    const short = Object.values(value).join(" when ");
    const parts = isPlain(short) ? objectForms[key]?.(short) : undefined;
    if (parts && isSame(objectOf(parts), value)) return short;
    return kinds.has("object") ? jsonText(value) : undefined;
  }
  return Array.isArray(value) && kinds.has("array") ? jsonText(value) : undefined;
}

function stringText(
  key: string,
  value: string,
  kinds: ReturnType<typeof kindsOf>,
): string | undefined {
  if (!kinds.has("string")) return undefined;
  if (value === "") return kinds.has("boolean") || kinds.has("true") ? undefined : "";
  const isRead =
    (value.startsWith("{") && kinds.has("object")) ||
    (value.startsWith("[") && kinds.has("array")) ||
    (/^(true|false)$/.test(value) && (kinds.has("boolean") || kinds.has("true"))) ||
    (/^[-\d]/.test(value) && kinds.has("number")) ||
    objectForms[key]?.(value) !== undefined;
  return isPlain(value) && !isRead ? value : undefined;
}

/** An entry of a list behind its tag: in short, or as JSON. */
function entryText(value: Json, form: ((text: string) => readonly Part[] | undefined) | undefined) {
  if (typeof value === "string")
    return isPlain(value) && !value.startsWith("{") ? value : undefined;
  if (!isObject(value)) return undefined;
  const words: Record<string, string> = { call: "", setup: " after ", as: " as " };
  const isText = Object.values(value).every((each) => typeof each === "string");
  const order = ["call", "release", "acquire", "returns", "raises", "setup", "as"];
  const keys = Object.keys(value).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const short = keys.map((key) => `${words[key] ?? ` ${key} `}${value[key]}`).join("");
  const parts = isText && isPlain(short.trim()) ? form?.(short.trim()) : undefined;
  const isRight = parts && !short.trim().startsWith("{") && sameKeys(objectOf(parts), value);
  return isRight ? short.trim() : jsonText(value);
}

function objectOf(parts: readonly Part[]): JsonObject {
  return Object.fromEntries(parts.map(({ key, text }) => [key, text]));
}

function sameKeys(one: JsonObject, other: JsonObject): boolean {
  const sorted = (value: JsonObject) =>
    Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return isSame(sorted(one), sorted(other));
}

/** Whether a comment holds a text as it is, on its lines, and no tag begins in it. */
function isPlain(text: string): boolean {
  if (text !== text.trim() || text.includes("*/") || /(^|\s)@[A-Za-z]/.test(text)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(text) || /\p{Surrogate}/u.test(text))
    return false;
  return text.split("\n").every((line) => line === line.trimEnd());
}

function jsonText(value: Json): string {
  return JSON.stringify(value)
    .replaceAll("*/", "*\\/")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
