/** The headers a module needs; an emitter asks for one, and the head of the file is put together last. */
import { callablesOf, definitionsOf, type Module } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";

export interface IncludeView {
  /** With its brackets or quotes. */
  readonly header: string;
}

export interface IncludesView {
  readonly boostIncludes: readonly IncludeView[];
  readonly standardIncludes: readonly IncludeView[];
  readonly userIncludes: readonly IncludeView[];
}

export function includesOf(module: Module): IncludesView {
  const { classes } = module;
  const held = new Set(classes.map((each) => each.held));
  const boost = [
    "args",
    "class",
    "def",
    "docstring_options",
    "enum",
    "exception_translator",
    "make_constructor",
    ...(callablesOf(module).some((each) => each.policy.managesNewObject)
      ? ["manage_new_object", "return_value_policy"]
      : []),
    "module",
    "scope",
    ...(classes.some((each) => each.overridable.length > 0) ? ["ptr"] : []),
    ...typesOf(module).flatMap(pythonHeaders),
    ...definitionsOf(module).flatMap((each) => each.headers),
  ].map((name) => `<boost/python/${name}.hpp>`);
  const references = classes.some((each) => each.overridable.length > 0) ? ["<boost/ref.hpp>"] : [];
  const pointers = held.has("boost::shared_ptr")
    ? ["<boost/make_shared.hpp>", "<boost/shared_ptr.hpp>"]
    : [];
  return {
    boostIncludes: [...new Set([...boost, ...references, ...pointers])].sort().map(view),
    standardIncludes: ["<functional>", "<memory>", "<utility>"].map(view),
    userIncludes: module.headers.map((each) => view(each.startsWith("<") ? each : `"${each}"`)),
  };
}

function view(header: string): IncludeView {
  return { header };
}

function typesOf(module: Module): readonly ResolvedType[] {
  return callablesOf(module).flatMap((each) => [
    ...each.parameters.map((one) => one.type),
    ...(each.result === "deduced" ? [] : [each.result]),
  ]);
}

/** `::boost::python::dict` needs <boost/python/dict.hpp>. */
function pythonHeaders(type: ResolvedType): readonly string[] {
  const found = [...type.cpp.matchAll(/::boost::python::(\w+)/g)].map((match) => match[1] ?? "");
  return found.filter((name) => name !== "");
}
