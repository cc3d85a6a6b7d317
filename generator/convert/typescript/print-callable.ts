/** Functions, methods and constructors as declarations of TypeScript. */
import { type Shape, shapeOf } from "../../spec/schema-keys.js";
import { type JsonObject, objectsIn, without } from "../json.js";
import { commentText } from "./comment-text.js";
import type { Scope } from "./scope.js";
import { typeText } from "./type-text.js";
import { isWord } from "./words.js";

export interface CallableText {
  readonly comment: string;
  /** `(n: int): void`, or without a result for a constructor. */
  readonly signature: string;
}

/**
 * @param said The keys that the caller says in another way.
 * @param hasResult Whether it is no constructor.
 */
export function callableText(
  scope: Scope,
  value: JsonObject,
  shape: Shape,
  said: readonly string[],
  hasResult: boolean,
): CallableText {
  const params = objectsIn(value.params);
  const { returns } = value;
  const isSaid = hasResult && typeof returns === "string" && returns !== "void";
  const keys = without(
    value,
    ...said,
    ...(params ? ["params"] : []),
    ...(isSaid ? ["returns"] : []),
  );
  const inner = shape.params === undefined ? {} : shapeOf(shape.params);
  const isOptional = (params ?? []).map((each) => "default" in each || "value" in each);
  const list = (params ?? []).map((each, index) =>
    parameterText(scope, each, inner, index, isOptional.slice(index).every(Boolean)),
  );
  const result = hasResult ? `: ${isSaid ? typeText(scope, returns) : "void"}` : "";
  return { comment: commentText(keys, shape), signature: `(${list.join(", ")})${result}` };
}

function parameterText(
  scope: Scope,
  value: JsonObject,
  shape: Shape,
  index: number,
  isOptional: boolean,
): string {
  const { name, type } = value;
  const isNamed = typeof name === "string" && isWord(name) && !/^_\d*$/.test(name);
  // A name of an underscore and a number stands for none.
  const own = isNamed ? name : name === undefined ? `_${index + 1}` : `parameter_${index + 1}`;
  const isTyped = typeof type === "string";
  const keys = without(value, ...(isNamed ? ["name"] : []), ...(isTyped ? ["type"] : []));
  const comment = commentText(keys, shape);
  const printed = typeText(scope, isTyped ? type : undefined);
  return `${comment} ${own}${isOptional ? "?" : ""}: ${printed}`.trim();
}
