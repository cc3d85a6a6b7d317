/** Classes as a stub declares them. */
import type { Attribute, Class, PropertyModel } from "../../model/class.js";
import { stubName } from "../../model/imported.js";
import { type StubCodeView, stubCode } from "./code.js";
import { type StubContext, type StubVariableView, variable } from "./context.js";
import { definedFunctions, definedProperties, definedVariables } from "./definitions.js";
import { enumerationViews, exportedEnumerators, type StubEnumerationView } from "./enumerations.js";
import {
  callView,
  docText,
  functionViews,
  ignoring,
  method,
  readonlyProperty,
  type StubFunctionView,
  stubFunction,
} from "./functions.js";
import { groupBy } from "./group-by.js";
import { hasMethod, redefinitions } from "./members.js";
import { overloadsOf, type StubFunction } from "./overloads.js";
import { presenceText, withPresence } from "./presence.js";
import { asChecked, ignoredOf } from "./special-methods.js";

/** A class of a stub. */
export interface StubClassView {
  /** Its own name. */
  readonly name: string;
  /** What it is derived from, separated by commas. */
  readonly bases: string;
  /** A comment for type checkers, or "". */
  readonly ignore: string;
  /** The inside of its docstring; "" where there is none. */
  readonly doc: string;
  /** The enumerations in it. */
  readonly enumerations: readonly StubEnumerationView[];
  /** The classes in it. */
  readonly classes: readonly StubClassView[];
  /** Its attributes, and what else is no function. */
  readonly variables: readonly StubVariableView[];
  /** Its constructors, methods and properties. */
  readonly functions: readonly StubFunctionView[];
  /** What the spec says of verbatim code. */
  readonly code: readonly StubCodeView[];
  /** Whether nothing is in it. */
  readonly isEmpty: boolean;
}

/** The codes of type checkers that are known and meant of a member. */
type Ignored = (name: string, code: string) => readonly string[];

/** The classes of this scope, each with what is nested in it. */
export function classViews(context: StubContext, scope: string): readonly StubClassView[] {
  return context.module.classes
    .filter((each) => each.scope === scope)
    .map((each) => classView(context, each));
}

function classView(context: StubContext, each: Class): StubClassView {
  const { names, presences } = context;
  // Where an attribute gives way to a property or a method, a stub has what comes later.
  const later = new Set([...each.properties, ...each.methods].map(({ name }) => name));
  const attributes = each.attributes.filter(({ name }) => !later.has(name));
  const { isRedefined, basesClash } = redefinitions(context.module, each);
  const ignored: Ignored = (name, code) => (isRedefined(name) ? [code] : []);
  const doc = docText(withPresence(each.doc, presenceText(presences, each.logicalPath)));
  const enumerations = enumerationViews(context, each.pythonPath);
  const classes = classViews(context, each.pythonPath);
  const variables = [
    ...exportedEnumerators(context, each.pythonPath, "typing.ClassVar"),
    ...attributes
      .filter((one) => one.access === "readwrite" || one.isStatic)
      .map((one) => attributeView(context, one, ignored)),
    ...each.properties
      .filter((one) => one.isStatic)
      .map((one) => staticPropertyView(context, one, ignored)),
    ...definedVariables(context, each.definitions),
    ...(each.isUnhashable
      ? [variable(names, "__hash__", "typing.ClassVar[None]", "", ignoring(["assignment"]))]
      : []),
  ];
  const functions = [
    ...attributes
      .filter((one) => one.access === "readonly" && !one.isStatic)
      .map((one) => readonlyView(context, one, ignored)),
    ...each.properties
      .filter((one) => !one.isStatic)
      .flatMap((one) => propertyViews(context, one, ignored(one.name, "override"))),
    ...definedProperties(context, each.definitions),
    ...constructorViews(context, each),
    ...methodViews(context, each, ignored),
  ];
  const code = stubCode(context.module, "class", each.pythonPath);
  return {
    name: each.name,
    bases: baseList(context, each),
    ignore: ignoring(basesClash ? ["misc"] : []),
    doc,
    enumerations,
    classes,
    variables,
    functions,
    code,
    isEmpty: doc === "" && [enumerations, classes, variables, functions, code].flat().length === 0,
  };
}

function baseList({ module, names, instance }: StubContext, { bases }: Class): string {
  const annotations = bases.length === 0 ? [instance] : bases.map((base) => stubName(module, base));
  return annotations.map(names.spell).join(", ");
}

/** Nobody says what Boost.Python finds out of a data member by itself. */
const UNSAID = "typing.Any";

function attributeView(
  { names, presences }: StubContext,
  { name, doc, type, isStatic, logicalPath }: Attribute,
  ignored: Ignored,
): StubVariableView {
  const annotation = type?.annotation.result ?? UNSAID;
  const shown = isStatic ? ofClass(annotation) : annotation;
  const told = withPresence(doc, presenceText(presences, logicalPath));
  return variable(names, name, shown, told, ignoring(ignored(name, "assignment")));
}

/** Stubs have no word for what is read only of a class. */
function staticPropertyView(
  { names, presences }: StubContext,
  { name, get, doc }: PropertyModel,
  ignored: Ignored,
): StubVariableView {
  const annotation = get.result === "deduced" ? UNSAID : get.result.annotation.result;
  const told = withPresence(doc, presenceText(presences, get.logicalPath));
  return variable(names, name, ofClass(annotation), told, ignoring(ignored(name, "assignment")));
}

function ofClass(annotation: string): string {
  return `typing.ClassVar[${annotation}]`;
}

function readonlyView(
  { names, presences }: StubContext,
  { name, doc, type, logicalPath }: Attribute,
  ignored: Ignored,
): StubFunctionView {
  const annotation = type?.annotation.result ?? UNSAID;
  const told = withPresence(doc, presenceText(presences, logicalPath));
  return readonlyProperty(names, name, annotation, told, ignored(name, "override"));
}

function propertyViews(
  context: StubContext,
  { name, get, set, doc }: PropertyModel,
  ignored: readonly string[],
): readonly StubFunctionView[] {
  const { names } = context;
  const getter = stubFunction({ ...get, ...(doc !== undefined && { doc }) }, context);
  const shown = {
    ...callView(getter, names, ignored),
    decorators: [names.spell("builtins.property")],
  };
  if (set === undefined) return [shown];
  const setter = stubFunction(set, context);
  return [shown, { ...callView(setter, names, ignored), decorators: [`${name}.setter`] }];
}

/** Without any, Boost.Python answers a call with an error. */
function constructorViews(context: StubContext, each: Class): readonly StubFunctionView[] {
  const { names, bases } = context;
  const refusal = {
    ...method("__init__", "typing.NoReturn"),
    doc: "Python can't make an object of this class. Raises RuntimeError.",
  };
  const all = [
    ...each.constructors.map((one) => stubFunction(one, context)),
    ...definedFunctions(context, each.definitions, ["self"]).filter(isConstructor),
  ];
  return functionViews(overloadsOf(all.length === 0 ? [refusal] : all, bases), names, []);
}

function isConstructor({ name }: StubFunction): boolean {
  return name === "__init__";
}

/** In the order of the spec, by their names; those that Boost.Python makes by itself come last. */
function methodViews(
  context: StubContext,
  each: Class,
  ignored: Ignored,
): readonly StubFunctionView[] {
  const { module, names, bases } = context;
  const self = `.${each.pythonPath}`;
  const has = (annotation: string, name: string) => hasMethod(module, annotation, name);
  const all = [
    ...each.methods.map((one) => stubFunction(one, context)),
    ...definedFunctions(context, each.definitions, ["self"]).filter((one) => !isConstructor(one)),
  ];
  return [...groupBy(all.map(asChecked), (one) => one.name)].flatMap(([name, overloads]) => {
    const codes = [...ignored(name, "override"), ...ignoredOf(overloads, self, has)];
    return functionViews(overloadsOf(overloads, bases), names, [...new Set(codes)]);
  });
}
