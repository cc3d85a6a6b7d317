/** The names of arguments, and their defaults, as Boost.Python is told them. */
import { type Callable, objectKeyword, type Parameter } from "../model/callable.js";
import { cppString } from "./literals.js";

/**
 * `(arg("self"), arg("n") = 1)`, or "". Names are those of the last arguments: the object has one
 * only where all others have.
 */
export function keywordList(callable: Pick<Callable, "selfName" | "parameters">): string {
  const named = callable.parameters.filter((each) => !each.isPositional);
  const object = objectKeyword(callable);
  const all = named.map((each) => {
    const value = defaultExpression(each);
    return value === undefined ? argument(each.name) : `${argument(each.name)} = ${value}`;
  });
  const list = [...(object === "" ? [] : [argument(object)]), ...all];
  return list.length === 0 ? "" : `(${list.join(", ")})`;
}

/** The value that a parameter has where Python gives none, if there is one. */
export function defaultExpression({
  type,
  default: value,
}: Pick<Parameter, "type" | "default">): string | undefined {
  if (value === undefined) return undefined;
  const isPython = type.kind === "callback" || type.kind === "python";
  return isPython ? value : `static_cast<${type.value}>(${value})`;
}

function argument(name: string): string {
  return `::boost::python::arg(${cppString(name)})`;
}
