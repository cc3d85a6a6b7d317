/**
 * The destructor policy of each class. A derived class runs the destructors of its bases as well,
 * so that a released one is inherited; what a class says itself counts more.
 */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Setting } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { LocatedSpec } from "../spec/validate.js";
import { moduleScopes } from "./module-scopes.js";
import { findClass, join, type TypeTable } from "./type-table.js";

export interface ClassDestructor {
  readonly policy: Setting<"hold" | "release">;
  /** Whether it is declared to wait for another thread, or a base's destructor is. */
  readonly blocks: boolean;
}

export type ClassDestructors = ReadonlyMap<string, ClassDestructor>;

export const PLAIN_DESTRUCTOR: ClassDestructor = {
  policy: { value: "hold", from: "built in" },
  blocks: false,
};

interface Declared {
  readonly isCopyable: boolean;
  readonly bases: readonly string[];
  readonly own?: ClassDestructor;
  readonly path: Path;
}

/** By the classes' Python paths; `foreign`: classes that other modules bind. */
export function resolveClassDestructors(
  located: LocatedSpec,
  types: TypeTable,
  report: (diagnostic: Diagnostic) => void,
  foreign: readonly Class[] = [],
): ClassDestructors {
  const declared = new Map([...foreign.map(declaredElsewhere), ...declaredClasses(located, types)]);
  const released = inherited(declared, ({ policy }) => policy.value === "release");
  // A held one that is declared to wait is reported at the base alone.
  const waiting = inherited(declared, ({ policy, blocks }) => policy.value === "release" && blocks);
  const destructors = new Map(
    [...declared].map(([name, { own }]) => [
      name,
      own === undefined
        ? (released.get(name) ?? PLAIN_DESTRUCTOR)
        : { ...own, blocks: own.blocks || waiting.has(name) },
    ]),
  );
  for (const [name, { isCopyable, own, path }] of declared) {
    const policy = destructors.get(name)?.policy;
    if (policy?.value !== "release" || !isCopyable) continue;
    const details =
      own === undefined && policy.span !== undefined
        ? {
            span: located.at(...path, "name"),
            related: [{ message: "the inherited policy", span: policy.span }],
          }
        : { span: policy.span };
    report(diagnose("GB4015", { name }, details));
  }
  return destructors;
}

/** What another module says of its class was checked there. */
function declaredElsewhere({ pythonPath, destructor, destructorBlocks, bases }: Class) {
  const own = { policy: destructor, blocks: destructorBlocks };
  return [pythonPath, { isCopyable: false, bases, path: [], own } satisfies Declared] as const;
}

function declaredClasses(located: LocatedSpec, types: TypeTable): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  const visit = (spec: ClassSpec, path: Path, scope: string): void => {
    const name = join(scope, ".", spec.name);
    const { destructor } = spec;
    const value = typeof destructor === "object" ? destructor.gil : destructor;
    const span = located.at(...path, "destructor");
    declared.set(name, {
      isCopyable: spec.copyable !== false,
      bases: (spec.bases ?? []).flatMap((base) => findClass(types, base, scope)?.pythonPath ?? []),
      path,
      ...(value !== undefined && {
        own: {
          policy: { value, from: `class ${name}`, span },
          blocks: typeof destructor === "object" && (destructor.blocks ?? false),
        },
      }),
    });
    for (const [index, each] of (spec.classes ?? []).entries()) {
      visit(each, [...path, "classes", index], name);
    }
  };
  for (const { contents, path, pythonPath } of moduleScopes(located.spec)) {
    for (const [index, each] of (contents.classes ?? []).entries()) {
      visit(each, [...path, "classes", index], pythonPath);
    }
  }
  return declared;
}

/** For each class, what the nearest of its bases declares that is wanted. */
function inherited(
  declared: ReadonlyMap<string, Declared>,
  isWanted: (own: ClassDestructor) => boolean,
): ClassDestructors {
  const heirs = new Map<string, string[]>();
  for (const [name, { bases }] of declared) {
    for (const base of bases) {
      const known = heirs.get(base);
      if (known === undefined) heirs.set(base, [name]);
      else known.push(name);
    }
  }
  const found = new Map<string, ClassDestructor>();
  const reached = [...declared].flatMap(([name, { own }]) =>
    own !== undefined && isWanted(own) ? [{ name, own }] : [],
  );
  for (const { name, own } of reached) {
    for (const heir of heirs.get(name) ?? []) {
      if (found.has(heir)) continue;
      found.set(heir, own);
      reached.push({ name: heir, own });
    }
  }
  return found;
}
