/** What the template of a definition prints: one statement. */
import type { BoostDefinition } from "../model/boost-definition.js";
import type { Module } from "../model/model.js";
import { docstringsOfStatement } from "./docstrings-view.js";
import { keywordList } from "./keywords.js";
import { cppString } from "./literals.js";
import { presenceOf } from "./presence.js";

/** A statement that defines a function, method or constructor. */
export interface DefinitionView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** What sets other docstring options for the statement; "" where none are. */
  readonly docstrings: string;
  /** "gen_bindings_class.def", "::boost::python::def". */
  readonly definer: string;
  /** The arguments of the definer. */
  readonly arguments: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

const DEFINERS = {
  def: "def",
  visitor: "def",
  property: "add_property",
  "static property": "add_static_property",
  init: "def",
} as const;

/** `target`: what the definer is a member of, with its dot or colons. */
export function boostDefinitionView(
  definition: BoostDefinition,
  target: string,
  module: Pick<Module, "docstrings" | "presences">,
): DefinitionView {
  const { form, logicalPath, docstrings } = definition;
  return {
    logicalPathLiteral: cppString(logicalPath),
    docstrings: docstringsOfStatement(docstrings, module.docstrings),
    definer: `${target}${DEFINERS[form]}`,
    arguments: argumentsOf(definition).join(", "),
    presence: presenceOf(module, logicalPath),
  };
}

function argumentsOf(definition: BoostDefinition): readonly string[] {
  const { form, name, expression, doc, names, policies } = definition;
  // Boost.Python's static properties have no docstring.
  const docs = doc === undefined || form === "static property" ? [] : [cppString(doc)];
  if (form === "visitor") return [expression];
  if (form !== "init") return [cppString(name), expression, ...docs];
  const list = names === undefined ? "" : keywordList(names);
  const made = `${expression}(${[...docs, ...(list === "" ? [] : [list])].join(", ")})`;
  return [policies === undefined ? made : `${made}[${policies}()]`];
}
