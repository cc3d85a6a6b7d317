/** Whether a type, as it is written, names a type of Python anywhere. */
import type { TypeArgument, TypeExpression } from "./type-expression.js";
import { PYTHON_TYPES } from "./words.js";

export function mentionsPython(argument: TypeArgument): boolean {
  if (argument.form === "number") return false;
  if (argument.form === "type") return mentionsPythonType(argument.type);
  const { result, parameters } = argument.signature;
  return [result, ...parameters.map((each) => each.type)].some(mentionsPythonType);
}

export function mentionsPythonType(type: TypeExpression): boolean {
  return PYTHON_TYPES.has(type.name) || type.arguments.some(mentionsPython);
}
