/** Getters and setters: which tags say what is called. */
import { type Shape, shapeOf } from "../../spec/schema-keys.js";
import { isObject, type Json, type JsonObject } from "../json.js";

export interface AccessorText {
  /** The keys that tags of the accessor say. */
  readonly keys: JsonObject;
  /** What the keys mean there: those of the property, and those of the accessor. */
  readonly shape: Shape;
}

/** @param own The name of the property: without a tag, what is called has the same. */
export function accessorText(
  value: Json | undefined,
  which: "get" | "set",
  own: string,
  property: Shape,
): AccessorText {
  const accessor = property[which] === undefined ? {} : shapeOf(property[which]);
  const shape = { ...accessor, ...property };
  if (value === own) return { keys: {}, shape };
  const isObjectOfTags =
    isObject(value) &&
    ["cpp", "attribute", "iterator"].some((key) => key in value) &&
    Object.keys(value).every((key) => key in accessor && !(key in property));
  return { keys: isObjectOfTags ? value : { [which]: value ?? null }, shape };
}
