/** A checked module as the specs that import it see it: its paths begin with its name. */
import type { Callable } from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { ExceptionReference } from "../model/declarations.js";
import type { ImportedSpec } from "../model/imported.js";
import type { Module } from "../model/model.js";
import type { Annotation, ResolvedType } from "../model/type.js";

/** The name of an annotation that is the module's own. Texts in quotes are no names. */
const OWN_NAME = /"[^"]*"|'[^']*'|(?<![\w.])\.(?=[A-Za-z_])/g;

/** @param module what Python imports it as; absent for a table of types */
export function seenFromOutside(own: Module, module: string | undefined): ImportedSpec {
  if (module === undefined) {
    const { types, headers, link, declaredValues, opaqueTypes, converters, presences } =
      withoutImports(own);
    const nothing = { submodules: [], classes: [], enumerations: [], exceptions: [] };
    return {
      ...nothing,
      ...{ types, headers, link, declaredValues, opaqueTypes, converters, presences },
    };
  }
  const { type, path, known, callable, reference, identifier } = outside(own, module);
  return {
    module,
    submodules: own.submodules.map((each) => path(each.pythonPath)),
    types: own.types.map((each) => ({ ...each, type: type(each.type) })),
    classes: own.classes.map(
      (each): Class => ({
        ...each,
        pythonPath: path(each.pythonPath),
        identifier: identifier(each.identifier),
        scope: path(each.scope),
        bases: each.bases.map(known),
        overridable: each.overridable.map(callable),
        methods: each.methods.map(callable),
        constructors: each.constructors.map(callable),
        attributes: each.attributes.map((one) =>
          one.type === undefined ? one : { ...one, type: type(one.type) },
        ),
        properties: each.properties.map(({ get, set, ...more }) => ({
          ...more,
          get: callable(get),
          ...(set !== undefined && { set: callable(set) }),
        })),
      }),
    ),
    enumerations: own.enumerations.map((each) => ({
      ...each,
      pythonPath: path(each.pythonPath),
      scope: path(each.scope),
    })),
    exceptions: own.exceptions.map(({ arrival, ...each }) => ({
      ...each,
      scope: path(each.scope),
      identifier: identifier(each.identifier),
      arrival:
        arrival.form === "class"
          ? { ...arrival, pythonPath: path(arrival.pythonPath), base: reference(arrival.base) }
          : arrival.form === "existing"
            ? { ...arrival, raised: reference(arrival.raised) }
            : arrival,
    })),
    headers: own.headers,
    link: own.link,
    declaredValues: withoutImports(own).declaredValues.map((each) => ({
      ...each,
      identifier: valueName(each.identifier, identifier),
    })),
    opaqueTypes: own.opaqueTypes,
    converters: own.converters,
    presences: own.presences,
  };
}

/** What a spec has from those that it imports is imported with them. */
function withoutImports({ imports, ...own }: Module) {
  const isOwn = (key: "declaredValues" | "converters" | "opaqueTypes") => {
    const theirs = new Set<unknown>(imports.flatMap((each): readonly unknown[] => each[key]));
    return (each: unknown) => !theirs.has(each);
  };
  return {
    ...own,
    declaredValues: own.declaredValues.filter(isOwn("declaredValues")),
    converters: own.converters.filter(isOwn("converters")),
    opaqueTypes: own.opaqueTypes.filter(isOwn("opaqueTypes")),
  };
}

/** What overrides give has a name made of the class's, which two modules may have. */
function valueName(text: string, identifier: (text: string) => string): string {
  return text.replace(
    /\b(gen_bindings_value_of_override_)(\w+)/g,
    (_, before, own) => `${before}${identifier(own)}`,
  );
}

/** How each name of a module is seen from outside. */
function outside({ classes, enumerations, exceptions }: Module, module: string) {
  const ownExceptions = exceptions.flatMap(({ arrival }) =>
    arrival.form === "class" ? [arrival.pythonPath] : [],
  );
  const own = new Set([...classes, ...enumerations].map((each) => each.pythonPath));
  const raised = new Set(ownExceptions);
  const path = (pythonPath: string) => (pythonPath === "" ? module : `${module}.${pythonPath}`);
  const known = (pythonPath: string) => (own.has(pythonPath) ? path(pythonPath) : pythonPath);
  const identifier = (text: string) => `${module.replaceAll(".", "_")}_${text}`;
  const text = (annotation: string) =>
    annotation.replace(OWN_NAME, (found) => (found === "." ? `${module}.` : found));
  const annotation = ({ argument, result }: Annotation): Annotation => ({
    argument: text(argument),
    result: text(result),
  });
  const type = (resolved: ResolvedType): ResolvedType => ({
    ...resolved,
    python: known(resolved.python),
    annotation: annotation(resolved.annotation),
    ...(resolved.className !== undefined && { className: known(resolved.className) }),
    ...(resolved.standard !== undefined && {
      standard: { ...resolved.standard, parts: resolved.standard.parts.map(type) },
    }),
  });
  const callable = (each: Callable): Callable => ({
    ...each,
    parameters: each.parameters.map((one) => ({ ...one, type: type(one.type) })),
    result: each.result === "deduced" ? each.result : type(each.result),
    ...(each.overriding !== undefined && {
      overriding: {
        ...each.overriding,
        errorClass: valueName(each.overriding.errorClass, identifier),
      },
    }),
  });
  const reference = ({ name, builtin }: ExceptionReference): ExceptionReference => ({
    name: raised.has(name) ? path(name) : name,
    builtin,
  });
  return { type, path, known, callable, reference, identifier };
}
