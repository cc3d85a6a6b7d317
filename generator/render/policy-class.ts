/** The C++ class of a callable's call policies. */
import type { Callable, ResultPolicy } from "../model/callable.js";
import type { Class } from "../model/class.js";
import { knownClasses } from "../model/imported.js";
import type { Module } from "../model/model.js";
import { isCopiedByBoost, ownerOfResult } from "./call-body-view.js";
import { ownerNames } from "./owner-names.js";

export const DEFAULT_POLICIES = "::boost::python::default_call_policies";

/** The C++ class of its call policies. */
export function policiesOf(
  callable: Callable,
  module: Pick<Module, "classes" | "imports">,
  made?: Class,
): string {
  const classes = knownClasses(module);
  const isOwned = ownerOfResult(callable, ownerNames(classes)) !== undefined;
  const classAt = (position: number) => classAtPosition(callable, position, classes, made);
  return policyClass(callable, isOwned, classAt, made);
}

/** The C++ class of the result (0) or of an argument, `self` the first; "void" for anything else. */
function classAtPosition(
  { result, self, parameters }: Callable,
  position: number,
  classes: readonly Class[],
  made?: Class,
): string {
  const receiver = made?.cpp ?? self;
  const first = receiver === undefined ? 1 : 2;
  if (position === 1 && receiver !== undefined) return receiver;
  const type = position === 0 ? result : parameters[position - first]?.type;
  const found = classes.find(
    (each) => type !== "deduced" && type !== undefined && each.pythonPath === type.className,
  );
  return found?.cpp ?? "void";
}

/** Boost.Python's result converter generator, where the body gives more than a value. */
function generatorOf(
  result: Exclude<ResultPolicy, "return_arg">,
  callable: Callable,
): string | undefined {
  if (result === "return_internal_reference") return "reference_existing_object";
  return result.startsWith("copy_") && !isCopiedByBoost(callable) ? undefined : result;
}

/** The policies, each around the next. */
function policyClass(
  callable: Callable,
  isOwned: boolean,
  classAt: (position: number) => string,
  made?: Class,
): string {
  const { result, of, keepsAlive, cpp } = callable.policy;
  const adopting =
    made === undefined || made.overridable.length === 0
      ? DEFAULT_POLICIES
      : `::gen_bindings::adopting<${made.cpp}>`;
  const keeping = keepsAlive.reduce((base, { custodian, ward }) => {
    const parts = [custodian, ward, classAt(custodian), classAt(ward), base];
    return `::gen_bindings::keeps_alive<${parts.join(", ")}>`;
  }, adopting);
  if (cpp !== undefined) return cpp;
  if (result === "return_arg") return `::boost::python::return_arg<${of}, ${keeping}>`;
  const generator = isOwned || result === undefined ? undefined : generatorOf(result, callable);
  return generator === undefined
    ? keeping
    : `::boost::python::return_value_policy<::boost::python::${generator}, ${keeping}>`;
}
