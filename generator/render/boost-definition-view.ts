/** What the template of a Boost definition prints: one statement. */
import type { BoostDefinition } from "../model/boost-definition.js";
import { cppString } from "./literals.js";

export interface BoostDefinitionView {
  readonly logicalPathLiteral: string;
  /** "gen_bindings_class.def", "::boost::python::def". */
  readonly definer: string;
  readonly arguments: string;
}

const DEFINERS = {
  def: "def",
  visitor: "def",
  property: "add_property",
  "static property": "add_static_property",
} as const;

/** `target`: what the definer is a member of, with its dot or colons. */
export function boostDefinitionView(
  { form, name, expression, doc, logicalPath }: BoostDefinition,
  target: string,
): BoostDefinitionView {
  const named = form === "visitor" ? [expression] : [cppString(name), expression];
  return {
    logicalPathLiteral: cppString(logicalPath),
    definer: `${target}${DEFINERS[form]}`,
    arguments: [...named, ...(doc === undefined ? [] : [cppString(doc)])].join(", "),
  };
}
