/** Turns methods and operators into callables, or into what Boost.Python makes by itself. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { BoostDefinition } from "../model/boost-definition.js";
import type { Callable } from "../model/callable.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import {
  type CallableSource,
  callOf,
  checkDeclaredName,
  lowerCallable,
  memberCallOf,
  targetKey,
} from "./lower-callable.js";
import { lowerIteratorMethod } from "./lower-iterator.js";
import { lowerOperator, readOperators } from "./lower-operators.js";
import { lowerOverriding } from "./lower-overriding.js";
import { lowerPresence } from "./lower-presence.js";
import { lowerRawFunction } from "./lower-raw.js";
import { lowerResult } from "./lower-result.js";
import { lowerUfunc } from "./lower-ufunc.js";
import { lowerVirtualPair } from "./lower-virtual-pair.js";
import { checkPythonName, fromRoot, isIdentifier } from "./names.js";
import { overloadNumbers } from "./overload-numbers.js";
import { resolveDocstrings } from "./resolve-settings.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";

export type MethodSpec = NonNullable<ClassScope["spec"]["methods"]>[number];

export interface LoweredMethods {
  readonly methods: readonly Callable[];
  readonly definitions: readonly BoostDefinition[];
}

export function lowerMethods(context: Context, inside: ClassScope): LoweredMethods {
  const all = inside.spec.methods ?? [];
  const operators = readOperators(context, inside);
  const numbers = overloadNumbers([...all, ...operators].map((each) => each.name));
  const methods: Callable[] = [];
  const definitions: BoostDefinition[] = [];
  for (const [index, each] of all.entries()) {
    const place = { index, number: numbers[index] ?? "" };
    lowerPresence(context, each, pathOf(inside, place), logicalPathOf(inside, each, place));
    const definition = madeByBoost(context, inside, each, place);
    if (definition === undefined) methods.push(lowerMethod(context, inside, each, place));
    else {
      const docstrings = resolveDocstrings([{ settings: each }, ...inside.levels]);
      definitions.push({ ...definition, docstrings });
    }
  }
  for (const [index, each] of operators.entries()) {
    methods.push(lowerOperator(context, inside, each, numbers[all.length + index] ?? ""));
  }
  return { methods, definitions };
}

/** Which of the methods it is, and which of the overloads of its name: "", "#2". */
interface Place {
  readonly index: number;
  readonly number: string;
}

function pathOf(inside: ClassScope, { index }: Place) {
  return [...inside.path, "methods", index] as const;
}

function logicalPathOf({ logicalPath }: ClassScope, { name }: MethodSpec, { number }: Place) {
  return `${logicalPath}/methods/${name}${number}`;
}

/** What has no call body, or nothing. */
function madeByBoost(
  context: Context,
  inside: ClassScope,
  spec: MethodSpec,
  place: Place,
): BoostDefinition | undefined {
  const path = pathOf(inside, place);
  const { iterator, ...other } = spec;
  if (iterator !== undefined) {
    return lowerIteratorMethod(context, inside, { ...other, iterator }, path, place.number);
  }
  const names = {
    id: `${inside.pythonPath}.${spec.name}${place.number}`,
    logicalPath: logicalPathOf(inside, spec, place),
  };
  const { ufunc } = spec;
  if (ufunc !== undefined) {
    return lowerUfunc(context, inside, { ...spec, ufunc }, { ...names, path });
  }
  if (spec.raw === true) {
    const pythonPath = `${inside.pythonPath}.${spec.name}`;
    const cpp = spec.cpp ?? spec.name;
    return lowerRawFunction(context, {
      ...names,
      spec,
      path,
      name: spec.name,
      cpp,
      pythonPath,
      inside,
    });
  }
  const isVirtual = spec.virtual !== undefined || spec.default !== undefined;
  if (inside.spec.wrapper === undefined && spec.default !== undefined) {
    const span = context.located.atKey(path, "default");
    context.report(diagnose("GB2027", { name: spec.name }, { span }));
  }
  return inside.spec.wrapper !== undefined && isVirtual
    ? lowerVirtualPair(context, inside, spec, { ...names, path })
    : undefined;
}

function lowerMethod(
  context: Context,
  inside: ClassScope,
  spec: MethodSpec,
  place: Place,
): Callable {
  const { pythonPath, cpp } = inside;
  const path = pathOf(inside, place);
  const isStatic = spec.static ?? false;
  const target = spec.steps === undefined ? (spec.cpp ?? spec.expression) : "";
  const self = selfOf(inside, spec.cpp);
  const selfType = selfTypeOf(context, inside, spec, path);
  const isConst = spec.const === true && spec.virtual === undefined;
  const object = isConst ? "::std::as_const(self)" : "self";
  checkDeclaredName(context, spec.name, target, "the method", path, checkPythonName);
  const source: CallableSource = {
    kind: isStatic ? "static method" : "method",
    name: spec.name,
    what: "this method",
    pythonPath: `${pythonPath}.${spec.name}`,
    id: `${pythonPath}.${spec.name}${place.number}`,
    logicalPath: logicalPathOf(inside, spec, place),
    scope: pythonPath,
    path,
    target: targetKey(spec),
    levels: [{ settings: spec, path, from: "this method" }, ...inside.levels],
    spec,
    result: lowerResult(context, {
      text: spec.returns,
      path,
      scope: pythonPath,
      name: spec.name,
      policy: spec.policy,
    }),
    invoke: (names, guarded) => {
      if (spec.expression !== undefined) return spec.expression;
      if (isStatic) return callOf(staticTarget(spec, cpp), names, guarded);
      return selfType === undefined
        ? memberCallOf(spec.cpp ?? spec.name, self, names, guarded, object)
        : callOf(spec.cpp ?? spec.name, ["self", ...names], guarded);
    },
    ...(isConst && { mutatesByDefault: false }),
    ...(!isStatic && { self }),
    ...(selfType !== undefined && { selfType }),
  };
  const callable = lowerCallable(context, source);
  if (spec.virtual === undefined) checkConst(context, spec, path);
  const overriding = lowerOverriding(context, spec, path, source.levels, callable);
  return overriding === undefined ? callable : { ...callable, overriding };
}

/** A function of the hand-written wrapper is called on the wrapper. */
function selfOf({ cpp, spec: { wrapper } }: ClassScope, target = ""): string {
  if (wrapper === undefined) return cpp;
  const rooted = fromRoot(wrapper);
  return fromRoot(target).startsWith(`${rooted}::`) ? rooted : cpp;
}

/** The const overload is called where the generated code passes the object by reference. */
function checkConst(context: Context, spec: MethodSpec, path: Path): void {
  if (spec.const === undefined) return;
  const others = ["static", "steps", "expression", "selfType"] as const;
  const other = others.find((key) => spec[key] !== undefined && spec[key] !== false);
  if (other === undefined) return;
  const why = `with "${other}" the generated code passes no object that could be const`;
  const span = context.located.atKey(path, "const");
  context.report(diagnose("GB2082", { key: "const", what: `"${spec.name}"`, why }, { span }));
}

/** How a function of the user's own takes the object, if not by reference. */
function selfTypeOf(
  context: Context,
  { pythonPath, cpp }: ClassScope,
  { selfType, lock, steps, name }: MethodSpec,
  path: Path,
): ResolvedType | undefined {
  if (selfType === undefined) return undefined;
  const span = context.located.at(...path, "selfType");
  const type = resolveType(context, selfType, span, pythonPath);
  const isLocked = (context.classLocks.get(pythonPath)?.value.form ?? "none") !== "none";
  const isOther = type !== UNRESOLVED && type.className !== pythonPath;
  if (isOther || steps !== undefined || (isLocked && lock !== "none")) {
    const why = isOther
      ? `it is no ${cpp.replace(/^::/, "")}`
      : steps === undefined
        ? "a lock is taken on the object by reference"
        : "steps take it by reference";
    context.report(diagnose("GB4024", { type: selfType, name, why }, { span }));
  }
  return type;
}

/** A plain name is a static member function of the class. */
function staticTarget(method: MethodSpec, className: string): string {
  const target = method.cpp ?? method.name;
  return isIdentifier(target) ? `${className}::${target}` : target;
}
