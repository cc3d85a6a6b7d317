/** Whether a module can do without the runtime headers of classes and callbacks. */
import { type Callable, isFast } from "../model/callable.js";
import { definitionsOf, type Module } from "../model/model.js";
import { spelling } from "../model/type.js";

/**
 * Whether it is functions over numbers and text, and nothing else, neither of the spec nor of the user's templates:
 * then the compiler need not read what classes, callbacks and all the others take.
 */
export function isFunctionsAlone(module: Module, hasOwnTemplates: boolean): boolean {
  const others: readonly (readonly unknown[])[] = [
    module.callbacks,
    module.classes,
    module.code,
    module.constants,
    module.conversions,
    module.converters,
    module.declaredValues,
    definitionsOf(module),
    module.enumerations,
    module.exceptions,
    module.imports,
    module.opaqueTypes,
    module.runtimeConverters,
    module.submodules,
  ];
  return (
    !hasOwnTemplates &&
    !module.usesNumpy &&
    module.presences.size === 0 &&
    others.every((each) => each.length === 0) &&
    module.functions.every(isPlain)
  );
}

/** Whether nothing but its entry, its region and the conversion of numbers and text is printed of it. */
function isPlain(callable: Callable): boolean {
  const { adapter, gil, implementation, lock, locks, parameters, policy, result } = callable;
  return (
    isFast(callable) &&
    adapter === undefined &&
    ["hold", "release"].includes(gil.value.name) &&
    implementation.form === "call" &&
    lock.value.form === "none" &&
    locks.length === 0 &&
    policy.result === undefined &&
    policy.cpp === undefined &&
    policy.keepsAlive.length === 0 &&
    result !== "deduced" &&
    [result, ...parameters.map(({ type }) => type)].every(
      (each) => ["void", "fundamental", "text"].includes(each.kind) && isOfCppAlone(spelling(each)),
    ) &&
    [implementation.expression, ...parameters.map((each) => each.default ?? "")].every(isOfCppAlone)
  );
}

/** Whether C++ of the user's names nothing of the headers that are left out. */
function isOfCppAlone(expression: string): boolean {
  return !/\b(?:boost|gen_bindings)::/.test(expression);
}
