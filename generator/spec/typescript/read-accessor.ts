/** Getters and setters: what their tags say of the property, and of the C++ function that is called. */
import type { GetAccessorDeclaration, SetAccessorDeclaration } from "ts-morph";
import { type Shape, shapeOf } from "../schema-keys.js";
import {
  type Entry,
  entry,
  objectNode,
  put,
  putUnlessTagged,
  type Reading,
  text,
} from "./entry.js";
import { docCommentOf, spanOf } from "./places.js";
import { readTags } from "./tags.js";

/**
 * Gives a property its `get` or `set`. Tags that are keys of properties are the property's; those of
 * accessors alone, such as @gil and @cpp, make the accessor an object; without any, the C++ function has
 * the property's own name.
 */
export function readAccessor(
  reading: Reading,
  property: Entry,
  which: "get" | "set",
  node: GetAccessorDeclaration | SetAccessorDeclaration,
  shape: Shape,
): void {
  const { source } = reading;
  const span = spanOf(source, node);
  const place = spanOf(source, node.getNameNode());
  const keys = shape[which] === undefined ? {} : shapeOf(shape[which]);
  const accessor = entry(span);
  const comment = docCommentOf(source, node);
  if (comment) {
    const both = entry(span);
    readTags(reading, both, comment, { ...keys, ...shape });
    for (const [key, each] of both.properties) {
      const isOwn = key in keys && !(key in shape);
      put(reading, isOwn ? accessor : property, key, each.keySpan, each.value);
    }
  }
  if (property.properties.has(which)) return;
  const named = text(node.getName(), place);
  if (accessor.properties.size === 0) putUnlessTagged(property, which, named);
  else {
    const says = (key: string) => accessor.properties.has(key);
    if (!says("attribute") && !says("iterator")) putUnlessTagged(accessor, "cpp", named);
    putUnlessTagged(property, which, objectNode(accessor));
  }
}
