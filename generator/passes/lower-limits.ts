/** How many parameters and bases Boost.Python is compiled for, and what needs more. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { callablesOf, type Module } from "../model/model.js";
import type { Context } from "./context.js";

/** Boost.Python's own choice, boost/python/detail/preprocessor.hpp. */
const MOST_PARAMETERS = 15;
const MOST_BASES = 10;

/** Lists of types have at most 48 places, two of them beside the parameters (detail/type_list.hpp). */
const LARGEST = { maxArity: 46, maxBases: 48 } as const;

export function lowerLimits(context: Context): Module["limits"] {
  const { maxArity, maxBases } = context.located.spec.module;
  checkLimit(context, "maxArity", maxArity);
  checkLimit(context, "maxBases", maxBases);
  return {
    ...(maxArity !== undefined && { arity: maxArity }),
    ...(maxBases !== undefined && { bases: maxBases }),
  };
}

function checkLimit(
  { located, report }: Context,
  key: "maxArity" | "maxBases",
  value: number | undefined,
): void {
  const most = LARGEST[key];
  const least = key === "maxArity" ? MOST_PARAMETERS : MOST_BASES;
  if (value === undefined || (value >= least && value <= most)) return;
  const given = { key, value: String(value), least: String(least), most: String(most) };
  report(diagnose("GB4062", given, { span: located.at("module", key) }));
}

export function checkLimits(module: Module): readonly Diagnostic[] {
  const { arity = MOST_PARAMETERS, bases = MOST_BASES } = module.limits;
  const callables = callablesOf(module).flatMap(({ parameters, self, kind, id, span }) => {
    const count = parameters.length + (self !== undefined || kind === "constructor" ? 1 : 0);
    const given = { name: id, count: String(count), most: String(arity) };
    return count > arity ? [diagnose("GB4011", given, { span })] : [];
  });
  const classes = module.classes.flatMap(({ pythonPath: name, bases: own, span }) => {
    const given = { name, count: String(own.length), most: String(bases) };
    return own.length > bases ? [diagnose("GB4063", given, { span })] : [];
  });
  return [...callables, ...classes];
}
