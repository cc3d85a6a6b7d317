/** The names of arguments, and their defaults, as Boost.Python is told them. */
import type { Callable } from "../model/callable.js";
import { cppString } from "./literals.js";

/**
 * `(arg("self"), arg("n") = 1)`, or "". Names are those of the last arguments: the object has one
 * only where all others have.
 */
export function keywordList({
  selfName,
  parameters,
}: Pick<Callable, "selfName" | "parameters">): string {
  const named = parameters.filter((each) => !each.isPositional);
  const hasSelf = selfName !== "" && named.length === parameters.length;
  const all = named.map(({ name, type, default: value }) => {
    if (value === undefined) return argument(name);
    const isPython = type.kind === "callback" || type.kind === "python";
    return `${argument(name)} = ${isPython ? value : `static_cast<${type.value}>(${value})`}`;
  });
  const list = [...(hasSelf ? [argument(selfName)] : []), ...all];
  return list.length === 0 ? "" : `(${list.join(", ")})`;
}

function argument(name: string): string {
  return `::boost::python::arg(${cppString(name)})`;
}
