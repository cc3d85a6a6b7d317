/** The headers a module needs; an emitter asks for one, and the head of the file is put together last. */
import type { PropertyModel } from "../model/class.js";
import { callablesOf, definitionsOf, type Module } from "../model/model.js";
import type { ResolvedType } from "../model/type.js";
import { cppString } from "./literals.js";

/** A header. */
export interface IncludeView {
  /** With its brackets or quotes. */
  readonly header: string;
}

/** A header that the spec names. */
export interface UserIncludeView extends IncludeView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
}

export interface IncludesView {
  readonly boostIncludes: readonly IncludeView[];
  readonly standardIncludes: readonly IncludeView[];
  readonly userIncludes: readonly UserIncludeView[];
}

export function includesOf(module: Module): IncludesView {
  const { classes } = module;
  const pointers = classes.flatMap(({ held, pointers }) => [
    ...(held.form === "pointer" ? [held.cpp] : []),
    ...pointers.map(({ cpp }) => cpp),
  ]);
  const boost = [
    "args",
    "class",
    "def",
    "docstring_options",
    "enum",
    "exception_translator",
    ...policyHeaders(module),
    ...(module.opaqueTypes.length > 0 ? ["opaque_pointer_converter"] : []),
    ...(classes.some(({ properties }) => properties.some(hasPolicy)) ? ["make_function"] : []),
    "scope",
    ...(classes.some((each) => each.overridable.length > 0) ? ["ptr"] : []),
    ...typesOf(module).flatMap(pythonHeaders),
    ...[...definitionsOf(module), ...module.converters, ...module.conversions].flatMap(
      (each) => each.headers,
    ),
  ].map((name) => `<boost/python/${name}.hpp>`);
  const references = classes.some((each) => each.overridable.length > 0) ? ["<boost/ref.hpp>"] : [];
  const shared = pointers.some((each) => each.startsWith("::boost::shared_ptr<"))
    ? ["<boost/make_shared.hpp>", "<boost/shared_ptr.hpp>"]
    : [];
  return {
    boostIncludes: [...new Set([...boost, ...references, ...shared])].sort().map(view),
    standardIncludes: ["<functional>", "<memory>", "<utility>"].map(view),
    userIncludes: module.headers.map(({ name, logicalPath }) => ({
      header: name.startsWith("<") ? name : `"${name}"`,
      logicalPathLiteral: cppString(logicalPath),
    })),
  };
}

/** The headers of the call policies, of which none is in another. */
function policyHeaders(module: Module): readonly string[] {
  const named = new Set(callablesOf(module).flatMap((each) => each.policy.result ?? []));
  const headers = [...named].flatMap((each): readonly string[] => {
    if (each === "return_arg") return ["return_arg"];
    const generator = each === "return_internal_reference" ? "reference_existing_object" : each;
    return [generator, "return_value_policy"];
  });
  return [...new Set(headers)];
}

/** Whether an accessor is more to Boost.Python than a function. */
function hasPolicy({ get, set }: PropertyModel): boolean {
  return [get, ...(set === undefined ? [] : [set])].some(
    ({ policy }) =>
      policy.result !== undefined || policy.cpp !== undefined || policy.keepsAlive.length > 0,
  );
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

/** `::boost::python::dict` needs <boost/python/dict.hpp>, and `long_` <boost/python/long.hpp>. */
function pythonHeaders(type: ResolvedType): readonly string[] {
  const found = [...type.cpp.matchAll(/::boost::python::(\w+)/g)];
  return found.map((match) => (match[1] ?? "").replace(/_$/, ""));
}
