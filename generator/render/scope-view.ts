/** Where the emitted code puts a name: into the module, a submodule or a class. */
import { invariant } from "../diagnostics/invariant.js";
import type { Module } from "../model/model.js";
import { cppString } from "./literals.js";

export interface SubmoduleView {
  readonly logicalPathLiteral: string;
  readonly nameLiteral: string;
  readonly identifier: string;
  /** The variable of the module around it. */
  readonly enclosing: string;
  readonly docLiteral: string;
}

/** The emitted variable that holds the module, submodule or class of this Python path. */
export function scopeVariable({ classes, submodules }: Module, scope: string): string {
  if (scope === "") return "gen_bindings_module";
  const found = [...submodules, ...classes].find((each) => each.pythonPath === scope);
  invariant(found !== undefined, `the scope ${scope} is not in the model`);
  return `gen_bindings_bound_${found.identifier}`;
}

/** A Python path without the submodule that it begins with: "Place.Kind" of "maps.Place.Kind". */
export function nameInModule({ submodules }: Module, pythonPath: string): string {
  const around = submodules
    .map((each) => `${each.pythonPath}.`)
    .filter((each) => pythonPath.startsWith(each))
    .sort((a, b) => b.length - a.length);
  return pythonPath.slice(around[0]?.length ?? 0);
}

export function submoduleViews(module: Module): readonly SubmoduleView[] {
  return module.submodules.map((each) => ({
    logicalPathLiteral: cppString(each.logicalPath),
    nameLiteral: cppString(each.name),
    identifier: each.identifier,
    enclosing: scopeVariable(module, each.scope),
    docLiteral: each.doc === undefined ? "nullptr" : cppString(each.doc),
  }));
}
