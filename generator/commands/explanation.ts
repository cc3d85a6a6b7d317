/** What `explain` says of a callable, and of a class: each setting with where it was set. */
import { placeText } from "../diagnostics/report.js";
import {
  type Callable,
  type LockForm,
  type Parameter,
  type Setting,
  takesObject,
} from "../model/callable.js";
import type { Class } from "../model/class.js";
import type { Module } from "../model/model.js";
import {
  conditionText,
  type Presences,
  type Requirement,
  requirementsOf,
} from "../model/presence.js";
import { spelling } from "../model/type.js";
import { type Moment, mutexText, overrideTimelineOf, timelineOf } from "./timeline.js";

/** The first is the name of the setting, the second its value, the third where it is from. */
type Row = readonly [name: string, value: string, origin?: string];

/** @param declaredBy the module that declares the callable, as Python imports it, and what its entries ask of macros */
export function explainCallable(
  callable: Callable,
  { name: module, presences }: Pick<Module, "name" | "presences">,
): string {
  const parameters = callable.parameters.map(({ name, type, default: value }) =>
    value === undefined ? `${name}: ${type.python}` : `${name}: ${type.python} = ${value}`,
  );
  const result = callable.result === "deduced" ? "…" : callable.result.python;
  const overriding = aligned(overrideTimelineOf(callable));
  return [
    `${module}.${callable.id}(${parameters.join(", ")}) -> ${result}`,
    ...table(rowsOf(callable, presences)),
    "  a call from Python:",
    ...aligned(timelineOf(callable)).map((line) => `    ${line}`),
    ...(overriding.length === 0 ? [] : [`  a call from C++, on ${threadText(callable)}:`]),
    ...overriding.map((line) => `    ${line}`),
  ].join("\n");
}

export function explainClass(each: Class, { name: module, presences }: Module): string {
  const { destructor, destructorBlocks, held, lock, overridable, pythonPath, span } = each;
  const rows: readonly Row[] = [
    ["declared", placeText(span)],
    ...presenceRows(requirementsOf(presences, each.logicalPath)),
    ["held", held.form === "value" ? "value" : (held.template ?? spelling(held))],
    ["lock", lockText(lock.value), originText(lock)],
    [
      "destructor",
      destructorBlocks ? `${destructor.value}, blocks` : destructor.value,
      originText(destructor),
    ],
    ...overridable.map((method): Row => ["virtual", method.id]),
  ];
  return [`class ${module}.${pythonPath}`, ...table(rows)].join("\n");
}

function rowsOf(callable: Callable, presences: Presences): readonly Row[] {
  const { blocks, dispatch, exceptions, gil, lock, locks, mutates, overriding, span } = callable;
  const hasObject = callable.self !== undefined;
  return [
    ["declared", placeText(span)],
    ...presenceRows(requirementsOf(presences, callable.logicalPath)),
    ["gil", policyText(callable), originText(gil)],
    ["lock", lockText(lock.value), originText(lock)],
    ...(locks.length === 0 ? [] : [["mutexes", locks.map(mutexText).join(", ")] as const]),
    ...(hasObject ? [["mutates", yesOrNo(mutates.value), originText(mutates)] as const] : []),
    ["blocks", yesOrNo(blocks)],
    ["exceptions", yesOrNo(exceptions.value), originText(exceptions)],
    ["dispatch", dispatchText(callable), originText(dispatch)],
    ...callPolicyRows(callable),
    ...callable.parameters.flatMap(callbackRow),
    ...(overriding === undefined
      ? []
      : ([
          ["onError", overriding.onError.value.name, originText(overriding.onError)],
          ["thread", overriding.thread],
          ["overrides", overriding.mode.value, originText(overriding.mode)],
        ] as const)),
  ];
}

/** Each condition with the place that says it: the entry itself, or what is around it. */
function presenceRows(requirements: readonly Requirement[]): readonly Row[] {
  return requirements.map((each) => [each.key, conditionText(each), `at ${placeText(each.span)}`]);
}

function callPolicyRows(callable: Callable): readonly Row[] {
  const { cpp, keepsAlive, result } = callable.policy;
  const name = cpp ?? result;
  return [
    ...(name === undefined ? [] : [["call policy", name] as const]),
    ...keepsAlive.map(({ custodian, ward }): Row => {
      const [keeper, kept] = [custodian, ward].map((each) => positionText(callable, each));
      return ["keeps alive", `${keeper} keeps ${kept} alive`];
    }),
  ];
}

/** What Boost.Python counts: the result is 0, then the object if there is one, then parameters. */
function positionText({ kind, parameters }: Callable, position: number): string {
  if (position === 0) return "the result";
  const names = parameters.map(({ name }) => name);
  const all = takesObject(kind) ? ["the object", ...names] : names;
  return all[position - 1] ?? `argument ${position}`;
}

function callbackRow({ name, type: { callback, python } }: Parameter): readonly Row[] {
  if (callback === undefined) return [];
  const { onError, thread } = callback;
  return [
    ["callback", `${name}: onError ${onError.name}, thread ${thread}`, `from the type ${python}`],
  ];
}

function threadText({ overriding }: Callable): string {
  return overriding?.thread === "native" ? "a thread of the library's own" : "any thread";
}

function policyText({ gil: { value } }: Callable): string {
  return value.when === undefined ? value.name : `${value.name} when ${value.when}`;
}

function dispatchText({ dispatch, boostReason }: Callable): string {
  return boostReason === undefined ? dispatch.value : `boost, not fast: ${boostReason}`;
}

function lockText(lock: LockForm): string {
  return lock.form === "member" ? `its own ${lock.member}` : lock.form;
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}

function originText(setting: Setting<unknown>): string {
  const place = setting.span === undefined ? "" : ` at ${placeText(setting.span)}`;
  return `from ${setting.from}${place}`;
}

function table(rows: readonly Row[]): readonly string[] {
  const names = Math.max(...rows.map(([name]) => name.length));
  // Only what has an origin behind it is padded.
  const values = Math.max(0, ...rows.map(([, value, origin]) => (origin ? value.length : 0)));
  return rows.map(([name, value, origin]) =>
    origin === undefined
      ? `  ${name.padEnd(names)}  ${value}`
      : `  ${name.padEnd(names)}  ${value.padEnd(values)}  ${origin}`,
  );
}

/** "attached  converts n", the states one below the other. */
function aligned(moments: readonly Moment[]): readonly string[] {
  const width = Math.max(0, ...moments.map((each) => each.state.length));
  return moments.map(({ state, does }) => `${state.padEnd(width)}   ${does}`);
}
