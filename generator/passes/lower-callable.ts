/** Turns functions, methods, constructors and accessors of a spec into callables of the model. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type {
  Callable,
  CallableKind,
  Example,
  GilPolicy,
  Implementation,
  LockForm,
  LockTarget,
  Parameter,
  Setting,
  Step,
} from "../model/callable.js";
import { freeNames } from "../model/expression.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { AdapterSpec } from "../spec/schema/adapter.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { isAdapting, lowerAdapter } from "./lower-adapter.js";
import { lowerCallPolicy } from "./lower-call-policy.js";
import { argument, type LoweredParameters, lowerParameters } from "./lower-parameters.js";
import {
  checkPythonName,
  checkSharedName,
  checkVariableName,
  isIdentifier,
  isQualifiedName,
} from "./names.js";
import { type LockSource, lockTargets, resolveLock } from "./resolve-lock.js";
import {
  checkGilSpec,
  type Level,
  resolveDispatch,
  resolveDocstrings,
  resolveGil,
  resolveSetting,
} from "./resolve-settings.js";

type FunctionSpec = NonNullable<Spec["functions"]>[number];
type ConstructorSpec = NonNullable<ClassSpec["constructors"]>[number];
type StepSpecs = NonNullable<FunctionSpec["steps"]>;

/** What is common to all callables, and differs only by kind. */
export interface CallableSource {
  readonly kind: CallableKind;
  readonly name: string;
  readonly what: string;
  readonly pythonPath: string;
  readonly id: string;
  readonly logicalPath: string;
  /** The Python path of the class or submodule it is in; "" in the module. */
  readonly scope: string;
  readonly self?: string;
  readonly selfType?: ResolvedType;
  readonly path: Path;
  /** Where the examples are, if not at `path`. */
  readonly examplesPath?: Path;
  /** The key that names the C++ that is called; the whole declaration where it is missing. */
  readonly target:
    | "cpp"
    | "expression"
    | "name"
    | "factory"
    | "get"
    | "set"
    | "operator"
    | "initArgs"
    | "getState"
    | "setState";
  readonly levels: readonly Level[];
  /** The levels of the GIL policy, where not all of them count. */
  readonly gilLevels?: readonly Level[];
  readonly spec: Pick<FunctionSpec, "doc" | "gil" | "examples" | "steps" | "cpp"> &
    AdapterSpec &
    Pick<ConstructorSpec, "params" | "policy" | "blocks" | "minArguments" | "self"> &
    Pick<ClassSpec, "lock">;
  /** Where they are not written as "params". */
  readonly parameters?: readonly Parameter[];
  readonly result: ResolvedType | "deduced";
  /** Where nothing says whether a call changes the object; of all but getters true if absent. */
  readonly mutatesByDefault?: boolean;
  /** Of the getters and setters of attributes. */
  readonly isFieldAccess?: boolean;
  /** The C++ call, given its arguments and whether the function takes a guard first. */
  readonly invoke: (names: readonly string[], guarded: boolean) => string;
  /** As `invoke`, of what can be made inside the Python object. */
  readonly place?: (names: readonly string[], guarded: boolean) => string;
}

/** The name of the guard in an emitted call body. */
export const GUARD = "gen_bindings_guard";

/** The name of the place for a new object, in the same way. */
export const PLACE = "gen_bindings_place";

export function lowerCallable(context: Context, source: CallableSource): Callable {
  const { spec, path } = source;
  checkGilSpec(context, spec.gil, [...path, "gil"]);
  const identifier = context.identifiers.callable(source.id.replace(".__init__", ""));
  const { parameters, passed, locals } = parametersOf(context, source);
  const steps = spec.steps === undefined ? undefined : lowerSteps(context, source, spec.steps);
  const gil =
    steps === undefined
      ? resolveGil(context, source.gilLevels ?? source.levels)
      : ({
          value: { name: "steps" },
          from: source.what,
          span: context.located.atKey(path, "steps"),
        } as const);
  const isGuarded = gil.value.name === "guard";
  const adapted = lowerAdapter(context, source, gil.value.name, { parameters, locals });
  const written = adapted.adapter?.locals.filter((each) => !each.isGiven) ?? [];
  const doc = docstring(spec.doc, [...parameters, ...written]);
  const implementation: Implementation =
    steps === undefined
      ? { form: "call", expression: source.invoke(passed, isGuarded) }
      : { form: "steps", steps };
  const locking: LockSource = { ...source, lock: spec.lock };
  const lock = resolveLock(context, locking);
  const locks = lockTargets(context, locking, lock, parameters);
  checkLock(context, source, gil.value.name, locks, lock);
  return {
    kind: source.kind,
    name: source.name,
    pythonPath: source.pythonPath,
    scope: source.scope,
    id: source.id,
    logicalPath: source.logicalPath,
    identifier,
    body: bodyName(source.kind, identifier),
    selfName: selfNameOf(context, source),
    parameters,
    ...adapted,
    resultSpan: context.located.at(...path, "returns"),
    implementation,
    ...(source.place !== undefined &&
      steps === undefined &&
      spec.minArguments === undefined && { placed: source.place(passed, isGuarded) }),
    shorter: shorterCalls(context, source, parameters, gil.value).map((count) => ({
      count,
      expression: source.invoke(passed.slice(0, count), isGuarded),
      body: `${bodyName(source.kind, identifier)}_with_${count}`,
    })),
    docstrings: resolveDocstrings(source.levels),
    gil,
    lock,
    locks,
    blocks: spec.blocks ?? false,
    mutates: resolveSetting(
      context,
      source.levels,
      "mutates",
      source.mutatesByDefault ?? !source.kind.endsWith("getter"),
      (written) => written,
    ),
    exceptions: resolveSetting(context, source.levels, "exceptions", true, (written) => written),
    policy: lowerCallPolicy(context, source, parameters),
    dispatch: resolveDispatch(context, source.levels),
    examples: lowerExamples(context, spec.examples, source.examplesPath ?? path),
    isFieldAccess: source.isFieldAccess ?? false,
    span: context.located.at(...path),
    targetSpan: context.located.at(...path, source.target),
    ...(doc !== undefined && { doc }),
    ...(source.self !== undefined && { self: source.self }),
    ...(source.selfType !== undefined && { selfType: source.selfType }),
  };
}

function parametersOf(context: Context, source: CallableSource): LoweredParameters {
  const { parameters, spec, path, scope } = source;
  if (parameters === undefined) return lowerParameters(context, spec.params, path, scope);
  return { parameters, passed: parameters.map(argument), locals: [] };
}

/** Getters and setters have no signature that anybody sees. */
function selfNameOf(context: Context, { kind, spec, path }: CallableSource): string {
  const hasObject = kind === "method" || kind === "constructor";
  const name = spec.self ?? "self";
  if (!hasObject || name === "") return "";
  if (spec.self !== undefined) {
    checkPythonName(context, name, "the object", context.located.at(...path, "self"));
  }
  return name;
}

/** The numbers of arguments that a call may have, where C++ knows defaults; the full one apart. */
function shorterCalls(
  { located, report }: Context,
  { spec, path, id }: CallableSource,
  parameters: readonly Parameter[],
  { when }: GilPolicy,
): readonly number[] {
  const { minArguments } = spec;
  if (minArguments === undefined) return [];
  const named = freeNames(when ?? "");
  const conditional = parameters.slice(minArguments).find((each) => named.has(each.name));
  const why =
    minArguments >= parameters.length
      ? `it has ${parameters.length} in all, so that none could be left out`
      : parameters.some((each) => each.default !== undefined)
        ? 'a parameter has a "default" of its own beside those that C++ knows'
        : spec.steps !== undefined
          ? "the steps name each parameter, so that none can be left out"
          : conditional !== undefined
            ? `the condition of its GIL policy names "${conditional.name}", which could be left out`
            : isAdapting(spec)
              ? "something else is passed to C++ than what Python gives, and needs all of it"
              : undefined;
  if (why !== undefined) {
    const given = { count: String(minArguments), name: id, why };
    report(diagnose("GB2025", given, { span: located.at(...path, "minArguments") }));
    return [];
  }
  const counts = parameters.map((_, index) => index).slice(minArguments);
  return counts.reverse();
}

/** Under a lock, the body is one region: a function that steers itself, or steps, have several. */
function checkLock(
  context: Context,
  { id, path, spec }: CallableSource,
  policy: string,
  locks: readonly LockTarget[],
  lock: Setting<LockForm>,
): void {
  if (locks.length === 0 || (policy !== "guard" && policy !== "steps")) return;
  const span =
    spec.lock === undefined ? context.located.at(...path) : context.located.at(...path, "lock");
  const from = lock.value.form === "none" ? "an object that it is given" : lock.from;
  context.report(diagnose("GB3013", { name: id, policy, from }, { span }));
}

/** The name of a call body: `call_Counter_inc_2`. */
function bodyName(kind: CallableKind, identifier: string): string {
  const verbs: Partial<Record<CallableKind, string>> = {
    constructor: "make",
    getter: "get",
    setter: "set",
    "static getter": "get",
    "static setter": "set",
  };
  // In one piece: V8 keeps a template literal as a tree of its parts.
  return ["gen_bindings", verbs[kind] ?? "call", identifier].join("_");
}

function lowerSteps(context: Context, source: CallableSource, steps: StepSpecs): readonly Step[] {
  const { located, report } = context;
  const { name, path } = source;
  const span = located.atKey(path, "steps");
  if (steps.length === 0) report(diagnose("GB3005", { name }, { span }));
  if (source.spec.cpp !== undefined) report(diagnose("GB3004", { name }, { span }));
  if (source.spec.gil !== undefined) {
    report(diagnose("GB3007", { name }, { span: located.atKey(path, "gil") }));
  }
  const taken = new Set((source.spec.params ?? []).map((each) => each.name));
  return steps.map((each, index) => {
    const at = [...path, "steps", index] as const;
    if ((each.release === undefined) === (each.acquire === undefined)) {
      const count = each.release === undefined ? "neither" : "both";
      report(diagnose("GB3006", { count }, { span: located.at(...at) }));
    }
    if (each.as !== undefined) {
      const asSpan = located.at(...at, "as");
      checkVariableName(context, each.as, "the value", asSpan);
      if (taken.has(each.as)) {
        const twice = {
          name: each.as,
          first: "a parameter or an earlier value",
          second: "the value of this step",
        };
        report(diagnose("GB2004", twice, { span: asSpan }));
      }
      taken.add(each.as);
    }
    const state = each.release === undefined ? "acquire" : "release";
    return {
      state,
      expression: each.release ?? each.acquire ?? "",
      span: located.at(...at, state),
      ...(each.as !== undefined && { as: each.as }),
    };
  });
}

/** What is wrong with an example is reported where it stands. */
export function lowerExamples(
  context: Context,
  examples: FunctionSpec["examples"],
  path: Path,
): readonly Example[] {
  return (examples ?? []).map((each, index) => {
    const span = context.located.at(...path, "examples", index);
    if ((each.returns === undefined) === (each.raises === undefined)) {
      context.report(diagnose("GB2013", { call: each.call }, { span }));
    }
    return {
      call: each.call,
      span,
      ...(each.returns !== undefined && { returns: each.returns }),
      ...(each.raises !== undefined && { raises: each.raises }),
      ...(each.setup !== undefined && { setup: each.setup }),
    };
  });
}

/**
 * How a function is called: a qualified name as seen from the root, with its overloads and
 * defaults; any other C++ expression in parentheses.
 */
export function callOf(cpp: string, names: readonly string[], guarded: boolean): string {
  const all = guarded ? [GUARD, ...names] : names;
  const callee = isQualifiedName(cpp) ? (cpp.startsWith("::") ? cpp : `::${cpp}`) : `(${cpp})`;
  return `${callee}(${all.join(", ")})`;
}

/** Which key of a function or method names the C++ that is called. */
export function targetKey({ cpp, expression }: Pick<FunctionSpec, "cpp" | "expression">) {
  if (expression !== undefined) return "expression";
  return cpp === undefined ? "name" : "cpp";
}

/** The member function that a `cpp` names: a plain name, or one inside the class itself. */
export function memberOf(cpp: string, className: string): string | undefined {
  const qualified = cpp.startsWith("::") ? cpp : `::${cpp}`;
  const inside = qualified.startsWith(`${className}::`)
    ? qualified.slice(className.length + 2)
    : cpp;
  return isIdentifier(inside) ? inside : undefined;
}

/**
 * How a method is called: a member function; another qualified name is a function that takes the
 * object first (behind the guard); anything else, such as a member pointer with a cast, goes
 * through std::invoke.
 */
export function memberCallOf(
  cpp: string,
  className: string,
  names: readonly string[],
  guarded: boolean,
  object = "self",
): string {
  const all = guarded ? [GUARD, ...names] : names;
  const member = memberOf(cpp, className);
  if (member !== undefined) return `${object}.${member}(${all.join(", ")})`;
  if (isQualifiedName(cpp)) return callOf(cpp, [object, ...names], guarded);
  return `::std::invoke(${[cpp, object, ...all].join(", ")})`;
}

/** Checks a Python name, which is the C++ name as well where no `cpp` is given. */
export function checkDeclaredName(
  context: Context,
  name: string,
  cpp: string | undefined,
  what: string,
  path: Path,
  check: typeof checkSharedName,
): void {
  const span = context.located.at(...path, "name");
  if (cpp === undefined) checkSharedName(context, name, what, span);
  else check(context, name, what, span);
}
