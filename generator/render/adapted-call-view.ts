/** What is printed of a call whose result Python does not get as it is: the call, a check, the result. */
import type { Adapter, Failure } from "../model/adapter.js";
import type { Callable } from "../model/callable.js";
import type { Module } from "../model/model.js";
import { pythonClass } from "./exception-view.js";
import { cppString } from "./literals.js";

/** A call whose result Python does not get as it is. */
export interface AdaptedCallView {
  /** The declarations of what C++ writes, which stand before the region. */
  readonly locals: readonly string[];
  /** The statement that calls, and the variable that then holds what C++ returned, or "". */
  readonly call: string;
  /** The variable that holds what C++ returned; "" where nothing does. */
  readonly bound: string;
  /** Whether that lives while detached. */
  readonly isDetached: boolean;
  /** What is checked after the call; null where nothing is. */
  readonly failure: FailureView | null;
  /** Where another expression than the call stands in it, or before it; "" elsewhere. */
  readonly returnPathLiteral: string;
  /** "" where there is no result. */
  readonly returnStatement: string;
}

/** A check of what C++ returned, and the error that it raises. */
interface FailureView {
  /** The user's C++ condition. */
  readonly when: string;
  /** The path of the condition, for `#line`, quoted for C++. */
  readonly whenPathLiteral: string;
  /** The Python class that is raised, as C++ names it. */
  readonly raised: string;
  /** The user's C++ expression for the text of the error. */
  readonly message: string;
  /** The path of the message, for `#line`, quoted for C++. */
  readonly messagePathLiteral: string;
}

/**
 * @param called the C++ call
 * @param handedOver what is returned of an expression for what C++ returned, where nothing is adapted
 */
export function adaptedCallView(
  module: Module,
  callable: Callable,
  called: string,
  handedOver: (expression: string) => string,
): AdaptedCallView | null {
  const { adapter, gil, logicalPath } = callable;
  if (adapter === undefined) return null;
  const { bound = "", failure, isReturned, length } = adapter;
  const isDirect = isReturned && bound === "";
  const results = [
    ...(isReturned ? [resultPart(adapter, bound === "" ? called : bound, handedOver)] : []),
    ...adapter.outputs,
  ];
  return {
    locals: adapter.locals.map(({ name, type, isGiven }) =>
      isGiven ? `${type.value} ${name} = ${givenName(name)};` : `${type.value} ${name}{};`,
    ),
    call: isDirect ? "" : callStatement(adapter, called),
    bound,
    isDetached: gil.value.name === "release",
    failure: failure === undefined ? null : failureView(module, failure, logicalPath),
    returnPathLiteral:
      length !== undefined
        ? cppString(lengthPath(logicalPath))
        : failure !== undefined
          ? cppString(logicalPath)
          : "",
    returnStatement: returnStatement(results, adapter.outputs),
  };
}

/** The parameter of a body that starts a variable of its name. */
export function givenName(name: string): string {
  return `gen_bindings_given_${name}`;
}

export function lengthPath(logicalPath: string): string {
  return `${logicalPath}/length`;
}

export function failurePath(logicalPath: string, key: "when" | "message"): string {
  return `${logicalPath}/fails/${key}`;
}

/** A status that nobody looks at may be [[nodiscard]]. */
function callStatement({ bound, failure, isReturned }: Adapter, called: string): string {
  if (bound !== undefined) return `[[maybe_unused]] auto&& ${bound} = ${called};`;
  return failure === undefined && !isReturned ? `${called};` : `static_cast<void>(${called});`;
}

function resultPart(
  { bound, isPointee, length }: Adapter,
  expression: string,
  handedOver: (expression: string) => string,
): string {
  if (length !== undefined) return `::gen_bindings::bytes(${expression}, ${length.expression})`;
  if (isPointee) return `::gen_bindings::pointee(${expression})`;
  return handedOver(
    bound === undefined ? expression : `::std::forward<decltype(${expression})>(${expression})`,
  );
}

/** What is returned alone is moved by C++ itself. */
function returnStatement(results: readonly string[], locals: readonly string[]): string {
  if (results.length === 0) return "";
  if (results.length === 1) return `return ${results.join("")};`;
  const moved = results.map((each) => (locals.includes(each) ? `::std::move(${each})` : each));
  return `return {${moved.join(", ")}};`;
}

function failureView(
  module: Module,
  { when, message, raised }: Failure,
  logicalPath: string,
): FailureView {
  return {
    when,
    whenPathLiteral: cppString(failurePath(logicalPath, "when")),
    raised: pythonClass(module, raised),
    message,
    messagePathLiteral: cppString(failurePath(logicalPath, "message")),
  };
}
