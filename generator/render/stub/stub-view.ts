/** The stubs of a module and its submodules: what type checkers read in place of what is compiled. */
import type { Enumeration } from "../../model/declarations.js";
import { stubName } from "../../model/imported.js";
import type { Module } from "../../model/model.js";
import { classViews, type StubClassView } from "./classes.js";
import { type StubCodeView, stubCode } from "./code.js";
import { type StubContext, type StubVariableView, variable } from "./context.js";
import { definedFunctions, definedVariables } from "./definitions.js";
import { enumerationViews, exportedEnumerators, type StubEnumerationView } from "./enumerations.js";
import { docText, functionViews, type StubFunctionView, stubFunction } from "./functions.js";
import { groupBy } from "./group-by.js";
import { annotationOf } from "./literal.js";
import { privateName, stubNames } from "./names.js";
import { overloadsOf } from "./overloads.js";
import { presenceText, withPresence } from "./presence.js";
import { signatureFacts } from "./signature-facts.js";

/** A stub: of the module, or of a submodule. */
export interface StubView {
  /** The name of the module. */
  readonly module: string;
  /** The name with the submodules around it: "engine.maps". */
  readonly name: string;
  /** The generator's version. */
  readonly generator: string;
  /** The inside of the docstring; "" where there is none. */
  readonly doc: string;
  /** The import statements. */
  readonly imports: readonly string[];
  /** The names of the submodules right inside. */
  readonly submodules: readonly string[];
  /** Names that something inside a class hides. */
  readonly aliases: readonly AliasView[];
  /** The names of Boost.Python's own classes; "" where they stand elsewhere, or nowhere. */
  readonly metaclass: string;
  /** As `metaclass`, of the class that all classes are derived from. */
  readonly instance: string;
  /** How the stub spells Python's `type`. */
  readonly type: string;
  /** Constants, and what else is no function. */
  readonly variables: readonly StubVariableView[];
  /** The exceptions that the module makes. */
  readonly exceptions: readonly StubExceptionView[];
  /** The enumerations. */
  readonly enumerations: readonly StubEnumerationView[];
  /** The classes. */
  readonly classes: readonly StubClassView[];
  /** The functions, each overload by itself. */
  readonly functions: readonly StubFunctionView[];
  /** What the spec says of verbatim code. */
  readonly code: readonly StubCodeView[];
}

/** Another name for what a class hides. */
interface AliasView {
  /** The name that the stub uses. */
  readonly alias: string;
  /** The name that is hidden. */
  readonly name: string;
}

/** An exception class of a stub. */
interface StubExceptionView {
  /** Its name. */
  readonly name: string;
  /** What it is derived from. */
  readonly base: string;
  /** The inside of its docstring; "" where there is none. */
  readonly doc: string;
  /** Its attributes. */
  readonly variables: readonly StubVariableView[];
  /** Whether nothing is in it. */
  readonly isEmpty: boolean;
}

/** Each stub, and its path in the output folder without `.pyi`: a package where there are submodules. */
export function stubViews(
  module: Module,
  generator: string,
): readonly { readonly path: string; readonly view: StubView }[] {
  const scopes = ["", ...module.submodules.map((each) => each.pythonPath)];
  return scopes.map((scope) => ({
    path: stubPath(module, scope),
    view: stubView(module, scope, generator),
  }));
}

/** @param scope the Python path of a submodule, "" for the module itself */
export function stubPath({ name, submodules }: Module, scope: string): string {
  const isPackage = submodules.some((each) => each.scope === scope);
  const parts = [name, ...scope.split("."), isPackage ? "__init__" : ""];
  return parts.filter((each) => each !== "").join("/");
}

function stubView(module: Module, scope: string, generator: string): StubView {
  const top = topNames(module, scope);
  const inner = innerNames(module, scope);
  const submodules = module.submodules.map((each) => each.pythonPath);
  const otherModules = module.imports.flatMap((each) => [each.module ?? "", ...each.submodules]);
  const place = { module: module.name, submodule: scope, submodules, otherModules, top, inner };
  const names = stubNames(place);
  // Boost.Python's own classes are the same for the module and its submodules: they stand in the first.
  const isTaken = takenAtRoot(module);
  const instance = privateName("Instance", isTaken);
  const here = scope === "" && module.classes.some((each) => each.bases.length === 0);
  const context: StubContext = {
    module,
    names,
    ...signatureFacts(module),
    instance: `.${instance}`,
  };
  const parts = {
    metaclass: here ? privateName("Class", isTaken) : "",
    instance: here ? instance : "",
    type: here ? names.spell("builtins.type") : "",
    variables: variableViews(context, scope),
    exceptions: exceptionViews(context, scope),
    enumerations: enumerationViews(context, scope),
    classes: classViews(context, scope),
    functions: freeFunctionViews(context, scope),
    code: stubCode(module, "module", scope),
  };
  return {
    module: module.name,
    name: scope === "" ? module.name : `${module.name}.${scope}`,
    generator,
    doc: docText(docOf(module, scope)),
    submodules: module.submodules.filter((each) => each.scope === scope).map(({ name }) => name),
    ...parts,
    aliases: names.aliases(),
    imports: names.imports(),
  };
}

function docOf({ doc = "", submodules, presences }: Module, scope: string): string {
  const submodule = submodules.find((each) => each.pythonPath === scope);
  if (submodule === undefined) return doc;
  return withPresence(submodule.doc, presenceText(presences, submodule.logicalPath));
}

function variableViews(context: StubContext, scope: string): readonly StubVariableView[] {
  const { module, names, enumerators, presences } = context;
  return [
    ...module.constants
      .filter((each) => each.scope === scope)
      .map(({ name, cpp, type, logicalPath }) => {
        const annotation = type?.annotation.result ?? annotationOf(cpp, enumerators);
        const told = withPresence("", presenceText(presences, logicalPath));
        return variable(names, name, `typing.Final[${annotation}]`, told);
      }),
    ...exportedEnumerators(context, scope, "typing.Final"),
    ...(scope === "" ? definedVariables(context, module.definitions) : []),
  ];
}

function exceptionViews(
  { module, names, presences }: StubContext,
  scope: string,
): readonly StubExceptionView[] {
  return module.exceptions
    .filter((each) => each.scope === scope)
    .flatMap(({ arrival, attributes, logicalPath }) => {
      if (arrival.form !== "class") return [];
      const { name, base } = arrival;
      const doc = withPresence(arrival.doc, presenceText(presences, logicalPath));
      const variables = attributes.map((each) =>
        variable(names, each.name, each.type?.annotation.result ?? "typing.Any", each.doc),
      );
      const annotation = base.builtin ? `builtins.${base.name}` : stubName(module, base.name);
      const isEmpty = doc === "" && variables.length === 0;
      return [{ name, base: names.spell(annotation), doc: docText(doc), variables, isEmpty }];
    });
}

function freeFunctionViews(context: StubContext, scope: string): readonly StubFunctionView[] {
  const { module, names, bases } = context;
  const functions = [
    ...module.functions
      .filter((each) => each.scope === scope)
      .map((each) => stubFunction(each, context)),
    ...(scope === "" ? definedFunctions(context, module.definitions, []) : []),
  ];
  return [...groupBy(functions, (each) => each.name).values()].flatMap((all) =>
    functionViews(overloadsOf(all, bases), names, []),
  );
}

function topNames(module: Module, scope: string): ReadonlySet<string> {
  const declared = [
    ...module.submodules,
    ...module.constants,
    ...module.functions,
    ...module.exceptions.flatMap(({ scope: place, arrival }) =>
      arrival.form === "class" ? [{ scope: place, name: arrival.name }] : [],
    ),
    ...module.classes,
    ...module.enumerations,
  ];
  return new Set([
    ...declared.filter((each) => each.scope === scope).map((each) => each.name),
    ...module.enumerations.filter((each) => each.scope === scope && each.export).flatMap(valuesOf),
  ]);
}

/** The names inside the classes and enumerations of a stub. */
function innerNames(module: Module, scope: string): ReadonlySet<string> {
  const paths = new Set(
    module.classes.filter((each) => isInside(module, each, scope)).map((each) => each.pythonPath),
  );
  const classes = module.classes.filter((each) => paths.has(each.pythonPath));
  const exceptions = module.exceptions.filter((each) => each.scope === scope);
  const enumerations = module.enumerations.filter((each) => isInside(module, each, scope));
  return new Set([
    ...[...classes, ...enumerations]
      .filter((each) => paths.has(each.scope))
      .map(({ name }) => name),
    ...enumerations.flatMap(valuesOf),
    ...exceptions.flatMap((each) => each.attributes.map(({ name }) => name)),
    ...classes.flatMap(({ attributes, properties, methods, definitions }) => [
      ...[...attributes, ...properties, ...methods].map(({ name }) => name),
      ...definitions.flatMap(({ stub }) => stub.map(({ name }) => name)),
    ]),
  ]);
}

/** Whether something stands in the stub of this scope, in a class or not. */
function isInside(
  { submodules }: Module,
  { pythonPath }: { readonly pythonPath: string },
  scope: string,
): boolean {
  const isIn = (path: string) => path === "" || pythonPath.startsWith(`${path}.`);
  const deeper = submodules.filter((each) => each.pythonPath.length > scope.length);
  return isIn(scope) && !deeper.some((each) => isIn(each.pythonPath));
}

function takenAtRoot(module: Module): (name: string) => boolean {
  const top = topNames(module, "");
  const inner = innerNames(module, "");
  return (name) => top.has(name) || inner.has(name);
}

function valuesOf({ values }: Enumeration): readonly string[] {
  return values.map(({ name }) => name);
}
