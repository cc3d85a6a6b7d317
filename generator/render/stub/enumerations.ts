/** Enumerations as a stub declares them. */
import type { Enumeration } from "../../model/declarations.js";
import type { Presences } from "../../model/presence.js";
import { type StubContext, type StubVariableView, variable } from "./context.js";
import { docText, readonlyProperty, type StubFunctionView } from "./functions.js";
import { presenceText, withPresence } from "./presence.js";

/** An enumeration of a stub. */
export interface StubEnumerationView {
  /** Its name. */
  readonly name: string;
  /** What it is derived from. */
  readonly base: string;
  /** The inside of its docstring; "" where there is none. */
  readonly doc: string;
  /** Of a class of Python's module enum, which are its members. */
  readonly members: readonly string[];
  /** Its attributes, the enumerators of Boost.Python among them. */
  readonly variables: readonly StubVariableView[];
  /** Its properties. */
  readonly functions: readonly StubFunctionView[];
}

export function enumerationViews(
  context: StubContext,
  scope: string,
): readonly StubEnumerationView[] {
  return context.module.enumerations
    .filter((each) => each.scope === scope)
    .map((each) =>
      each.kind === "boost" ? boostEnumeration(context, each) : pythonEnumeration(context, each),
    );
}

/** The enumerators that are also put beside their enumerations. */
export function exportedEnumerators(
  { module, names }: StubContext,
  scope: string,
  qualifier: string,
): readonly StubVariableView[] {
  return module.enumerations
    .filter((each) => each.scope === scope && each.export)
    .flatMap(({ pythonPath, values }) =>
      values.map(({ name }) => variable(names, name, `${qualifier}[.${pythonPath}]`)),
    );
}

function pythonEnumeration(
  { names, presences }: StubContext,
  each: Enumeration,
): StubEnumerationView {
  const members = each.values.map(({ name, logicalPath }) => {
    const presence = presenceText(presences, logicalPath);
    return presence === "" ? "" : `${name} is there ${presence}.`;
  });
  const doc = [docOf(presences, each), ...members].filter((text) => text !== "").join("\n\n");
  return {
    name: each.name,
    base: names.spell(`enum.${each.kind}`),
    doc: docText(doc),
    members: each.values.map(({ name }) => name),
    variables: [],
    functions: [],
  };
}

function docOf(presences: Presences, { doc, logicalPath }: Enumeration): string {
  return withPresence(doc, presenceText(presences, logicalPath));
}

/** Boost.Python's enumerations are classes derived from int, with two dictionaries. */
function boostEnumeration(
  { names, presences }: StubContext,
  each: Enumeration,
): StubEnumerationView {
  const type = `.${each.pythonPath}`;
  const own = new Set(each.values.map(({ name }) => name));
  const tables = [
    ["names", `builtins.dict[builtins.str, ${type}]`],
    ["values", `builtins.dict[builtins.int, ${type}]`],
  ] as const;
  const variables = [
    ...tables
      .filter(([name]) => !own.has(name))
      .map(([name, annotation]) => ({ name, annotation, doc: "" })),
    ...each.values.map(({ name, logicalPath }) => ({
      name,
      annotation: type,
      doc: withPresence("", presenceText(presences, logicalPath)),
    })),
  ];
  return {
    name: each.name,
    base: names.spell("builtins.int"),
    doc: docText(docOf(presences, each)),
    members: [],
    variables: variables.map(({ name, annotation, doc }) =>
      variable(names, name, `typing.ClassVar[${annotation}]`, doc),
    ),
    functions: own.has("name") ? [] : [readonlyProperty(names, "name", "builtins.str", "", [])],
  };
}
