/** Turns the constructors of a class into callables, or into what Boost.Python makes by itself. */

import type { BoostDefinition } from "../model/boost-definition.js";
import type { Callable } from "../model/callable.js";
import type { HeldType } from "../model/class.js";
import type { ResolvedType } from "../model/type.js";
import { ownName } from "./annotations.js";
import { type ClassScope, isOverridable } from "./class-scope.js";
import type { Context } from "./context.js";
import { callOf, GUARD, lowerCallable, PLACE } from "./lower-callable.js";
import { lowerInit } from "./lower-init.js";
import { lowerPresence } from "./lower-presence.js";
import { lowerRawFunction } from "./lower-raw.js";
import { overloadNumbers } from "./overload-numbers.js";
import { resolveDocstrings } from "./resolve-settings.js";

export interface LoweredConstructors {
  readonly constructors: readonly Callable[];
  readonly definitions: readonly BoostDefinition[];
}

export function lowerConstructors(context: Context, inside: ClassScope): LoweredConstructors {
  const { spec, path, pythonPath } = inside;
  const constructors: Callable[] = [];
  const definitions: BoostDefinition[] = [];
  const numbers = overloadNumbers((spec.constructors ?? []).map(() => "__init__"));
  const make = makerOf(context, inside);
  for (const [index, each] of (spec.constructors ?? []).entries()) {
    const place = {
      path: [...path, "constructors", index],
      id: `${pythonPath}.__init__${numbers[index]}`,
      logicalPath: `${inside.logicalPath}/constructors/${index + 1}`,
    };
    lowerPresence(context, each, place.path, place.logicalPath);
    const docstrings = resolveDocstrings([{ settings: each }, ...inside.levels]);
    if (each.raw === true) {
      const target = { name: "__init__", cpp: each.factory ?? "", pythonPath: inside.pythonPath };
      const raw = { ...place, ...target, spec: { ...each, lock: "none" as const }, inside };
      definitions.push({ ...lowerRawFunction(context, raw), docstrings });
    } else if (spec.wrapper !== undefined && each.factory === undefined) {
      definitions.push({ ...lowerInit(context, inside, each, place), docstrings });
    } else {
      constructors.push(make(each, place));
    }
  }
  return { constructors, definitions };
}

type ConstructorSpec = NonNullable<ClassScope["spec"]["constructors"]>[number];

interface Place {
  readonly path: readonly (string | number)[];
  readonly id: string;
  readonly logicalPath: string;
}

/** How an object of the class is made: by `new`, by its smart pointer, or by a factory. */
function makerOf(
  context: Context,
  inside: ClassScope,
): (spec: ConstructorSpec, place: Place) => Callable {
  const { pythonPath, cpp } = inside;
  const held = context.types.classes.get(pythonPath)?.held ?? { form: "value" };
  const owner = ownerOf(context, inside);
  const made = isOverridable(inside.spec) ? `gen_bindings_trampoline_${inside.identifier}` : cpp;
  const result: ResolvedType = {
    kind: "shared-pointer",
    cpp: owner ?? pointerMade(held, cpp),
    value: cpp,
    python: pythonPath,
    annotation: ownName(pythonPath),
    indirection: "value",
    ownsPython: false,
    className: pythonPath,
  };
  const isInside = held.form === "value" && owner === undefined;
  return (spec, place) =>
    lowerCallable(context, {
      kind: "constructor",
      name: "__init__",
      what: "this constructor",
      pythonPath,
      ...place,
      scope: pythonPath,
      target: "factory",
      levels: [{ settings: spec, path: place.path, from: "this constructor" }, ...inside.levels],
      spec,
      result: spec.factory === undefined ? result : "deduced",
      invoke: (names, guarded) => {
        if (spec.factory !== undefined) return ownedBy(owner, callOf(spec.factory, names, guarded));
        const list = `(${[...(guarded ? [GUARD] : []), ...names].join(", ")})`;
        return owner === undefined ? newObject(held, cpp, list) : `${owner}{new ${made}${list}}`;
      },
      ...(isInside &&
        spec.factory === undefined && {
          place: (names: readonly string[], guarded: boolean) =>
            `::new (${PLACE}) ${cpp}(${[...(guarded ? [GUARD] : []), ...names].join(", ")})`,
        }),
    });
}

const MAKERS: Readonly<Record<string, string>> = {
  "std::shared_ptr": "std::make_shared",
  "boost::shared_ptr": "boost::make_shared",
};

/** What a constructor's body returns. Boost.Python takes a plain pointer over, by std::unique_ptr. */
function pointerMade(held: HeldType, className: string): string {
  return held.form === "value" || held.template === "std::unique_ptr" ? `${className}*` : held.cpp;
}

function newObject(held: HeldType, className: string, list: string): string {
  const made = `new ${className}${list}`;
  if (held.form === "value" || held.template === "std::unique_ptr") return made;
  const maker = MAKERS[held.template ?? ""];
  return maker === undefined ? `${held.cpp}(${made})` : `::${maker}<${className}>${list}`;
}

/** The emitted name of the class's owner, where Python holds more than a pointer. */
function ownerOf(
  { destructors }: Context,
  { spec, identifier, pythonPath }: ClassScope,
): string | undefined {
  const isReleased = destructors.get(pythonPath)?.policy.value === "release";
  const isPlain = !isOverridable(spec) && !isReleased;
  return isPlain ? undefined : `gen_bindings_owner_${identifier}`;
}

function ownedBy(owner: string | undefined, expression: string): string {
  return owner === undefined ? expression : `${owner}{${expression}}`;
}
