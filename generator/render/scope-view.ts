/** Where the emitted code puts a name: into the module, a submodule or a class. */
import type { Module } from "../model/model.js";
import { cppString } from "./literals.js";
import { presenceOf } from "./presence.js";

/** A submodule. */
export interface SubmoduleView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its own name, quoted for C++. */
  readonly nameLiteral: string;
  /** The C++ that reaches the module around it. */
  readonly enclosing: string;
  /** Its docstring, quoted for C++; "nullptr" where there is none. */
  readonly docLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** The C++ that reaches the module, submodule or class of this Python path. */
export function scopeExpression(scope: string): string {
  const names = scope === "" ? [] : scope.split(".");
  return ["gen_bindings_module", ...names.map((name) => `attr(${cppString(name)})`)].join(".");
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
    enclosing: scopeExpression(each.scope),
    docLiteral: each.doc === undefined ? "nullptr" : cppString(each.doc),
    presence: presenceOf(module, each.logicalPath),
  }));
}
