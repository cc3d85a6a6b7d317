/** What a derived class redefines, as type checkers see it. */
import type { Class, PropertyModel } from "../../model/class.js";
import { knownClasses, stubName } from "../../model/imported.js";
import type { Module } from "../../model/model.js";
import { signatureOf, stubFunction } from "./functions.js";
import { groupBy } from "./group-by.js";

/** Two signatures that differ do so without them too. */
const NO_FACTS = {
  bases: new Map(),
  enumerators: new Map(),
  conversions: new Map(),
  presences: new Map(),
};

/** A text of all that a checker compares, by the name of the member. */
type Members = ReadonlyMap<string, string>;

export interface Redefinitions {
  /** Whether a base has another member of this name. */
  readonly isRedefined: (name: string) => boolean;
  /** Whether two bases have different members of one name, and the class itself has none. */
  readonly basesClash: boolean;
}

export function redefinitions(module: Module, each: Class): Redefinitions {
  const own = membersOf(each);
  const inherited = inheritedMembers(module, each);
  const differs = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  const seen = new Map<string, string>();
  let basesClash = false;
  for (const base of basesOf(module, each)) {
    for (const [name, text] of allMembers(module, base)) {
      if (!own.has(name) && differs(text, seen.get(name))) basesClash = true;
      seen.set(name, text);
    }
  }
  return { isRedefined: (name) => differs(own.get(name), inherited.get(name)), basesClash };
}

function basesOf(module: Module, each: Class): readonly Class[] {
  const known = knownClasses(module);
  return each.bases.flatMap((path) => known.filter((one) => one.pythonPath === path));
}

function membersOf(each: Class): Members {
  const accessors = ({ get, set }: PropertyModel) =>
    (set === undefined ? [get] : [get, set]).map((one) => signatureOf(stubFunction(one, NO_FACTS)));
  const methods = each.methods.map((one) => stubFunction(one, NO_FACTS));
  return new Map([
    ...each.attributes.map((one) => [one.name, `attribute ${one.access}`] as const),
    ...each.properties.map((one) => [one.name, `property ${accessors(one)}`] as const),
    ...[...groupBy(methods, (one) => one.name)].map(
      ([name, all]) => [name, all.map(signatureOf).join()] as const,
    ),
    ...each.definitions.flatMap(({ stub }) =>
      stub.map(({ name, parameters, returns }) => {
        const annotations = parameters?.map((one) => [one.name, one.annotation]);
        return [name, JSON.stringify([annotations, returns])] as const;
      }),
    ),
  ]);
}

function allMembers(module: Module, each: Class): Members {
  return new Map([...inheritedMembers(module, each), ...membersOf(each)]);
}

/** Those of all bases, the nearest in the place of the others. */
function inheritedMembers(module: Module, each: Class): Members {
  const farthestFirst = basesOf(module, each).toReversed();
  return new Map(farthestFirst.flatMap((base) => [...allMembers(module, base)]));
}

/** Whether a class, by its annotation, or a base of it has a method of that name. */
export function hasMethod(module: Module, annotation: string, name: string): boolean {
  const known = knownClasses(module);
  const found = known.find((each) => stubName(module, each.pythonPath) === annotation);
  return found !== undefined && allMembers(module, found).has(name);
}
