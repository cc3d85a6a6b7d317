/** The types of what templates print, as the static check knows them. */
import type { ContextDescription, FieldDescription } from "./context-description.js";

export type ContextType =
  | { readonly kind: "text" | "boolean" | "number" | "null" }
  /** What only printing will tell: what helpers of plugins return. */
  | { readonly kind: "unknown" }
  | { readonly kind: "list"; readonly of: ContextType }
  | { readonly kind: "nullable"; readonly of: ContextType }
  | {
      readonly kind: "object";
      /** The name of its type; "" for what is no view. */
      readonly name: string;
      /** What a partial was given beside its context. */
      readonly given: ReadonlyMap<string, ContextType>;
    };

export const TEXT: ContextType = { kind: "text" };
export const BOOLEAN: ContextType = { kind: "boolean" };
export const NUMBER: ContextType = { kind: "number" };
export const NULL: ContextType = { kind: "null" };
export const UNKNOWN: ContextType = { kind: "unknown" };
export const EMPTY: ContextType = objectType("");

const PRIMITIVES: Readonly<Record<string, ContextType>> = {
  string: TEXT,
  boolean: BOOLEAN,
  number: NUMBER,
};

export function objectType(
  name: string,
  given: ReadonlyMap<string, ContextType> = new Map(),
): ContextType {
  return { kind: "object", name, given };
}

/** The type of a field, or undefined where the object has none of that name. */
export function fieldType(
  description: ContextDescription,
  type: ContextType & { kind: "object" },
  name: string,
): ContextType | undefined {
  const given = type.given.get(name);
  if (given !== undefined) return given;
  const fields = fieldsOf(description, type.name);
  return Object.hasOwn(fields, name) ? typeOfField(fields[name]) : undefined;
}

export function fieldNames(
  description: ContextDescription,
  { name, given }: ContextType & { kind: "object" },
): readonly string[] {
  return [...new Set([...given.keys(), ...Object.keys(fieldsOf(description, name))])];
}

function fieldsOf(
  { types }: ContextDescription,
  name: string,
): Readonly<Record<string, FieldDescription>> {
  return types[name]?.fields ?? {};
}

function typeOfField(field: FieldDescription | undefined): ContextType | undefined {
  if (field === undefined) return undefined;
  const one = PRIMITIVES[field.type] ?? objectType(field.type);
  const all: ContextType = field.list ? { kind: "list", of: one } : one;
  return field.nullable ? { kind: "nullable", of: all } : all;
}

/** In words, for a message. */
export function typeText(type: ContextType): string {
  switch (type.kind) {
    case "text":
      return "a text";
    case "boolean":
      return "true or false";
    case "number":
      return "a number";
    case "null":
      return "null";
    case "unknown":
      return "not known";
    case "list":
      return "a list";
    case "nullable":
      return `${typeText(type.of)} or null`;
    case "object":
      return type.name === "" ? "an object" : `an object (${type.name})`;
  }
}

/** The same text for the same type. */
export function typeKey(type: ContextType): string {
  switch (type.kind) {
    case "list":
    case "nullable":
      return `${type.kind}<${typeKey(type.of)}>`;
    case "object": {
      const given = [...type.given].map(([name, each]) => `${name}=${typeKey(each)}`);
      return `${type.name}{${given.sort().join(",")}}`;
    }
    default:
      return type.kind;
  }
}
