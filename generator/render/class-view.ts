/** What the template of a class prints, and how functions are defined in it and in the module. */
import { invariant } from "../diagnostics/invariant.js";
import type { BoostDefinition } from "../model/boost-definition.js";
import { type Callable, isFast } from "../model/callable.js";
import type { Attribute, Class, HeldType, PropertyModel } from "../model/class.js";
import { knownClasses } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import { ownerOfResult } from "./call-body-view.js";
import { type CodeView, codeViews } from "./code-view.js";
import { boostDefinitionView, type DefinitionView } from "./definition-view.js";
import { docstringsOfStatement } from "./docstrings-view.js";
import {
  type FastPropertyView,
  fastPropertyView,
  type OverloadSetView,
  overloadSetViews,
} from "./fast/overload-set-view.js";
import { keywordList } from "./keywords.js";
import { cppString } from "./literals.js";
import { dispatchedByBoost, fastSets, inBoostOrder } from "./overload-order.js";
import { ownerNames } from "./owner-names.js";
import { DEFAULT_POLICIES, policiesOf } from "./policy-class.js";
import { presenceOf, presenceOfAny } from "./presence.js";
import { scopeExpression } from "./scope-view.js";

/** A class. */
export interface ClassView {
  /** Its name in Python with what is around it: "Place.Kind". */
  readonly pythonPath: string;
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its own name, quoted for C++. */
  readonly nameLiteral: string;
  /** A C++ identifier made of its Python path. */
  readonly identifier: string;
  /** The Boost.Python class, `::boost::python::class_<…>`. */
  readonly boostType: string;
  /** The class of the runtime that registers it in less code, where Boost.Python is told of nothing in it; else "". */
  readonly plainType: string;
  /** The emitted variable of the module or class that it is in. */
  readonly enclosing: string;
  /** Whether it is in a class or submodule. */
  readonly isNested: boolean;
  /** Its docstring as a further C++ argument, with the comma; "" where there is none. */
  readonly doc: string;
  /** Constructors and methods, each overload before those that are tried sooner. */
  readonly definitions: readonly DefinitionView[];
  /** Constructors and methods that have entries of their own, by name. */
  readonly overloadSets: readonly OverloadSetView[];
  /** The names of static methods. */
  readonly staticMethods: readonly MethodNameView[];
  /** Special methods that are defined first as what tells Python to try the other operand. */
  readonly fallbacks: readonly MethodNameView[];
  /** Whether objects have `__eq__` and no hash. */
  readonly isUnhashable: boolean;
  /** What `#if` asks for `__eq__`; "" where it is always there. */
  readonly equalityPresence: string;
  /** The data members that Boost.Python reads and writes by itself. */
  readonly attributes: readonly AttributeView[];
  /** The properties, and attributes whose access has a call body. */
  readonly properties: readonly PropertyView[];
  /** The data members that the runtime headers read and write. */
  readonly fastAttributes: readonly FastAttributeView[];
  /** The properties whose accessors have entries of their own. */
  readonly fastProperties: readonly FastPropertyView[];
  /** The user's C++ that runs as the class is defined. */
  readonly code: readonly CodeView[];
  /** The template arguments of the owner; "" where Python holds a pointer. */
  readonly owner: string;
  /** "Worker.__del__", for the probe; "" where the destructor runs attached. */
  readonly destructorLiteral: string;
  /** Smart pointers that C++ returns, beside the held type. */
  readonly pointers: readonly string[];
  /** Bases that take the lock of the object too. */
  readonly lockedBases: readonly string[];
  /** The C++ class, qualified. */
  readonly cpp: string;
  /** The C++ class, and how the destructor runs where it does not attached. */
  readonly sharedPointers: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A name of methods. */
interface MethodNameView {
  /** The name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** What Python holds of a class that is more than a pointer. */
export interface OwnerView {
  /** The Python class: "Place.Kind". */
  readonly pythonPath: string;
  /** The emitted name of the type. */
  readonly name: string;
  /** The C++ type. */
  readonly type: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A data member that Boost.Python reads and writes by itself. */
interface AttributeView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** "def_readonly" or "def_readwrite". */
  readonly definer: string;
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The C++ member, qualified. */
  readonly member: string;
  /** Its docstring as a further C++ argument, with the comma; "" where there is none. */
  readonly doc: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A data member that the runtime headers read and write. */
interface FastAttributeView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The C++ class that it is an attribute of. */
  readonly owner: string;
  /** The C++ member, qualified. */
  readonly member: string;
  /** Whether Python may assign to it. */
  readonly isWritable: boolean;
  /** Its docstring, quoted for C++; "nullptr" where there is none. */
  readonly docLiteral: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

/** A property. */
interface PropertyView {
  /** The path of the declaration in the spec, for `#line`, quoted for C++. */
  readonly logicalPathLiteral: string;
  /** "add_property" or "add_static_property". */
  readonly definer: string;
  /** Its name in Python, quoted for C++. */
  readonly nameLiteral: string;
  /** The getter, and the setter where there is one, as C++ arguments. */
  readonly accessors: string;
  /** Its docstring as a further C++ argument, with the comma; "" where there is none. */
  readonly doc: string;
  /** What `#if` asks for it; "" where it is always there. */
  readonly presence: string;
}

export function classView(module: Module, each: Class): ClassView {
  const owners = ownerNames(knownClasses(module));
  const callables = [...each.constructors, ...each.methods];
  const byBoost = dispatchedByBoost([...callables, ...each.definitions]);
  const statics = each.methods
    .filter((one) => one.kind === "static method" && !isFast(one))
    .map((one) => one.name);
  const fast = fastSets(callables);
  const named = (name: string): MethodNameView => {
    const overloads = [...each.methods, ...each.definitions].filter((one) => one.name === name);
    const paths = overloads.map(({ logicalPath }) => logicalPath);
    return { nameLiteral: cppString(name), presence: presenceOfAny(module, paths) };
  };
  const presence = ({ logicalPath }: { readonly logicalPath: string }) =>
    presenceOf(module, logicalPath);
  const isOwn = ({ isStatic, dispatch }: Attribute) => !isStatic && dispatch.value === "fast";
  const byEntries = {
    overloadSets: overloadSetViews(module, fast, each),
    fastAttributes: each.attributes.filter(isOwn).map((one) => ({
      logicalPathLiteral: cppString(one.logicalPath),
      nameLiteral: cppString(one.name),
      owner: each.cpp,
      member: one.member,
      isWritable: one.access === "readwrite",
      docLiteral: one.doc === undefined ? "nullptr" : cppString(one.doc),
      presence: presence(one),
    })),
    fastProperties: each.properties
      .filter(({ get }) => isFast(get))
      .map((one) => fastPropertyView(module, one)),
  };
  const byBoostPython = {
    definitions: inBoostOrder(byBoost).map((one) =>
      definitionView(one, "gen_bindings_class.", module, each),
    ),
    staticMethods: [...new Set(statics)].map(named),
    fallbacks: each.fallbacks
      .filter((name) => !fast.some((overloads) => overloads[0]?.name === name))
      .map(named),
    attributes: each.attributes
      .filter((one) => !isOwn(one))
      .map((one) => ({
        logicalPathLiteral: cppString(one.logicalPath),
        definer: one.access === "readonly" ? "def_readonly" : "def_readwrite",
        nameLiteral: cppString(one.name),
        member: one.member,
        doc: docArgument(one.doc),
        presence: presence(one),
      })),
    properties: each.properties
      .filter(({ get }) => !isFast(get))
      .map((one) => propertyView(module, one)),
    code: codeViews(module, ({ at, scope }) => at === "class" && scope === each.pythonPath),
  };
  const owner = owners.has(each.pythonPath) ? ownerArguments(each) : "";
  const isPlain =
    isHeldPlainly(each) && owner === "" && isSome(byEntries) && !isSome(byBoostPython);
  return {
    pythonPath: each.pythonPath,
    logicalPathLiteral: cppString(each.logicalPath),
    nameLiteral: cppString(each.name),
    identifier: each.identifier,
    boostType: boostClass(module, each),
    plainType: isPlain ? plainClass(module, each) : "",
    isNested: each.scope !== "",
    enclosing: scopeExpression(each.scope),
    doc: docArgument(each.doc),
    isUnhashable: each.isUnhashable,
    equalityPresence: each.isUnhashable ? named("__eq__").presence : "",
    ...byEntries,
    ...byBoostPython,
    owner,
    destructorLiteral:
      each.destructor.value === "release" ? cppString(`${each.pythonPath}.__del__`) : "",
    pointers: each.pointers
      .map(({ cpp }) => cpp)
      .filter((one) => !one.startsWith("::std::unique_ptr<")),
    lockedBases: each.lock.value.form === "self" ? baseClasses(module, each) : [],
    cpp: each.cpp,
    sharedPointers: [each.cpp, ...releasedDestructor(each)].join(", "),
    presence: presence(each),
  };
}

function isSome(lists: Readonly<Record<string, readonly unknown[]>>): boolean {
  return Object.values(lists).some(({ length }) => length > 0);
}

function propertyView(module: Module, property: PropertyModel): PropertyView {
  const { name, get, set, isStatic, doc } = property;
  const accessors = [get, ...(set === undefined ? [] : [set])].map((each) => {
    const policies = policiesOf(each, module);
    return policies === DEFAULT_POLICIES
      ? `&${each.body}`
      : `::boost::python::make_function(&${each.body}, ${policies}())`;
  });
  return {
    logicalPathLiteral: cppString(get.logicalPath),
    definer: isStatic ? "add_static_property" : "add_property",
    nameLiteral: cppString(name),
    accessors: accessors.join(", "),
    // Boost.Python's static properties have no docstring.
    doc: isStatic ? "" : docArgument(doc),
    presence: presenceOf(module, get.logicalPath),
  };
}

function baseClasses(module: Module, each: Class): readonly string[] {
  return each.bases.map((path) => {
    const base = knownClasses(module).find((other) => other.pythonPath === path);
    invariant(base !== undefined, `the passes left the base class ${path} unresolved`);
    return base.cpp;
  });
}

function boostClass(module: Module, each: Class): string {
  const bases = baseClasses(module, each);
  const held = isHeldByValue(each.held) ? [] : [each.held.cpp];
  const derived = bases.length === 0 ? [] : [`::boost::python::bases<${bases.join(", ")}>`];
  const copies = each.copyable ? [] : ["::boost::noncopyable"];
  const isPair = each.wrapper !== undefined && each.held.form === "value";
  const template = isPair ? "::gen_bindings::class_with_wrapper" : "::boost::python::class_";
  return `${template}<${[...wrapped(each, held), ...derived, ...copies].join(", ")}>`;
}

function isHeldPlainly({ held, wrapper }: Class): boolean {
  return held.form === "value" && wrapper === undefined;
}

function plainClass(module: Module, each: Class): string {
  const options = [each.cpp, String(each.copyable), ...baseClasses(module, each)];
  return `::gen_bindings::fast::plain_class<${options.join(", ")}>`;
}

/**
 * The class and how it is held. A hand-written wrapper is held in its place; with a smart pointer to
 * the class, Boost.Python is given the wrapper as the class, and finds the class through it.
 */
function wrapped({ cpp, wrapper, held }: Class, pointer: readonly string[]): readonly string[] {
  if (wrapper === undefined) return [cpp, ...pointer];
  if (held.form === "value") return [cpp, wrapper];
  return [held.template === undefined ? cpp : wrapper, ...pointer];
}

/** A plain pointer is taken over by a std::unique_ptr in any case. */
function isHeldByValue(held: HeldType): held is { readonly form: "value" } {
  return held.form === "value" || held.template === "std::unique_ptr";
}

function releasedDestructor({ destructor }: Class): readonly string[] {
  return destructor.value === "release" ? ["::gen_bindings::destructor::released"] : [];
}

/** Those that a unit names: for its own classes, and for what its callables hand over. */
export function ownerViews(module: Module, unit: Module): readonly OwnerView[] {
  const known = knownClasses(module);
  const names = ownerNames(known);
  const handedOver = new Set(callablesOf(unit).map((each) => ownerOfResult(each, names)));
  const own = new Set(unit.classes.map((each) => names.get(each.pythonPath)));
  return known.flatMap((each) => {
    const name = names.get(each.pythonPath);
    if (name === undefined || !(own.has(name) || handedOver.has(name))) return [];
    const type = `::gen_bindings::owner<${ownerArguments(each)}>`;
    const presence = presenceOf(module, each.logicalPath);
    return [{ pythonPath: each.pythonPath, name, type, presence }];
  });
}

function ownerArguments(each: Class): string {
  const pointer = each.held.form === "value" ? `::std::unique_ptr<${each.cpp}>` : each.held.cpp;
  return [each.cpp, pointer, ...releasedDestructor(each)].join(", ");
}

/**
 * @param target What the definer is a member of, with its dot or colons.
 * @param inside The class that it is defined in.
 */
export function definitionView(
  definition: Callable | BoostDefinition,
  target: string,
  module: Pick<Module, "classes" | "imports" | "docstrings" | "presences">,
  inside?: Class,
): DefinitionView {
  if ("form" in definition) return boostDefinitionView(definition, target, module);
  const made = definition.kind === "constructor" ? inside : undefined;
  const policies = policiesOf(definition, module, made);
  const given = policies === DEFAULT_POLICIES && made === undefined ? "" : `, ${policies}()`;
  const called = `&${definition.body}${given}${listed(keywordList(definition))}`;
  const expression = made === undefined ? called : `::gen_bindings::constructor(${called})`;
  return {
    logicalPathLiteral: cppString(definition.logicalPath),
    docstrings: docstringsOfStatement(definition.docstrings, module.docstrings),
    definer: `${target}def`,
    arguments: `${cppString(definition.name)}, ${expression}${docArgument(definition.doc)}`,
    presence: presenceOf(module, definition.logicalPath),
  };
}

/** As a further argument. */
function listed(text: string): string {
  return text === "" ? "" : `, ${text}`;
}

export function docArgument(doc: string | undefined): string {
  return doc === undefined ? "" : `, ${cppString(doc)}`;
}
