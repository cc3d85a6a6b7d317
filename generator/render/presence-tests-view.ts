/** What the emitted tests print of entries that are there for some versions of the library alone. */
import { callablesOf, definitionsOf, type Module } from "../model/model.js";
import { conditionText, type Requirement, requirementsOf } from "../model/presence.js";
import { pythonString } from "./literals.js";

/** A name of Python's that is there or not, as conditions say. */
export interface NamePresenceView {
  /** As Python reaches it from the module, quoted for Python: "Counter.inc". */
  readonly pathLiteral: string;
  /** Each way in which it comes to be there: the arguments of `Needs`, in Python. */
  readonly ways: readonly string[];
}

/** The arguments of `needs` of what stands at a logical path, in Python; "" where it is always there. */
export function needsOf({ presences }: Pick<Module, "presences">, logicalPath: string): string {
  return argumentsOf(requirementsOf(presences, logicalPath));
}

function argumentsOf(requirements: readonly Requirement[]): string {
  const keys = (["since", "until"] as const).flatMap((key) => {
    const texts = requirements.filter((each) => each.key === key).map(conditionText);
    const distinct = [...new Set(texts)].map(pythonString);
    return distinct.length === 0 ? [] : [`${key}=[${distinct.join(", ")}]`];
  });
  return keys.join(", ");
}

/** The names of the module that are not always there. Overloads of a name share it. */
export function namePresenceViews(module: Module): readonly NamePresenceView[] {
  if (module.presences.size === 0) return [];
  const byPath = new Map<string, Set<string>>();
  for (const { pythonPath, logicalPath } of namesOf(module)) {
    const ways = byPath.get(pythonPath) ?? new Set();
    byPath.set(pythonPath, ways.add(needsOf(module, logicalPath)));
  }
  return [...byPath]
    .filter(([, ways]) => !ways.has(""))
    .map(([path, ways]) => ({ pathLiteral: pythonString(path), ways: [...ways] }));
}

interface Named {
  readonly pythonPath: string;
  readonly logicalPath: string;
}

/** Each class has an `__init__`, whatever its constructors are; a visitor has a name for nobody. */
function namesOf(module: Module): readonly Named[] {
  const inside = (scope: string, name: string) => (scope === "" ? name : `${scope}.${name}`);
  return [
    ...module.submodules,
    ...module.classes,
    ...module.enumerations.flatMap((each) => [
      each,
      ...each.values.flatMap(({ name, logicalPath }) =>
        [each.pythonPath, ...(each.export ? [each.scope] : [])].map((scope) => ({
          pythonPath: inside(scope, name),
          logicalPath,
        })),
      ),
    ]),
    ...module.exceptions.flatMap(({ arrival, logicalPath }) =>
      arrival.form === "class" ? [{ pythonPath: arrival.pythonPath, logicalPath }] : [],
    ),
    ...module.constants.map(({ scope, name, logicalPath }) => ({
      pythonPath: inside(scope, name),
      logicalPath,
    })),
    ...callablesOf(module).filter(({ kind }) => kind !== "constructor" && !kind.endsWith("setter")),
    ...module.classes.flatMap(({ pythonPath, attributes }) =>
      attributes.map(({ name, logicalPath }) => ({
        pythonPath: inside(pythonPath, name),
        logicalPath,
      })),
    ),
    ...definitionsOf(module).filter(({ form, name }) => form !== "visitor" && name !== "__init__"),
  ];
}
