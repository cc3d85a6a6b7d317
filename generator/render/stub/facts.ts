/** What the docstring of a stub says of a call: the GIL, the locks, the errors. */
import type { Callable } from "../../model/callable.js";

/** The docstring: what the spec says, and below it what a caller has to know. */
export function callDoc(callable: Callable): string {
  const { doc } = callable;
  const facts = [gil(callable), ...locks(callable), ...waits(callable), ...errors(callable)];
  return [...(doc === undefined ? [] : [doc]), facts.join(" ")].join("\n\n");
}

function gil({ gil: { value }, implementation, overriding }: Callable): string {
  // The implementation in C++ is reached through the trampoline, which releases by itself.
  if (overriding !== undefined) return "Python classes may override it. Releases the GIL in C++.";
  if (value.name === "release") {
    return value.when === undefined
      ? "Releases the GIL."
      : `Releases the GIL where ${value.when}, else holds it.`;
  }
  if (value.name === "guard") return "Releases and takes back the GIL as it goes.";
  if (value.name === "hold" || implementation.form !== "steps") return "Holds the GIL.";
  const released = implementation.steps.filter((step) => step.state === "release");
  if (released.length === 0) return "Holds the GIL.";
  return released.length === implementation.steps.length
    ? "Releases the GIL."
    : "Releases the GIL in some of its steps.";
}

function locks({ locks: targets }: Callable): readonly string[] {
  const names = targets.map((each) => (each.form === "module" ? "the library" : each.name));
  return names.length === 0 ? [] : [`Locks ${list(names, "and")}.`];
}

function waits({ blocks }: Callable): readonly string[] {
  return blocks ? ["Waits for another thread."] : [];
}

/** A TypeError where no overload fits goes without saying. */
function errors(callable: Callable): readonly string[] {
  const names = raisedBy(callable);
  const passed = callbackNames(callable);
  return [
    ...(names.length === 0 ? [] : [`Raises ${list(names, "or")}.`]),
    ...(passed.length === 0 ? [] : [`Passes on what ${list(passed, "or")} raises.`]),
  ];
}

/** What the spec, and its examples, say that it raises by itself. */
function raisedBy(callable: Callable): readonly string[] {
  const { adapter, examples, overriding, pythonPath } = callable;
  const name = pythonPath.replace(/^.*\./, "");
  // What is raised by an override or a callback is their own, and that of an example elsewhere.
  const isOwn = overriding === undefined && callbackNames(callable).length === 0;
  const called = examples.filter(({ call }) => new RegExp(`\\b${name}\\b`).test(call));
  const raised = called.flatMap(({ raises }) => (raises === undefined || !isOwn ? [] : [raises]));
  const pure = overriding?.isPure === true ? ["NotImplementedError"] : [];
  const failed = adapter?.failure === undefined ? [] : [adapter.failure.raised.name];
  return [...new Set([...pure, ...failed, ...raised])].filter((each) => each !== "TypeError");
}

/** The parameters whose errors come back to the caller. What a setter is given is called later. */
function callbackNames({ parameters, isFieldAccess }: Callable): readonly string[] {
  const returns = ["propagate", "deferred"];
  return parameters
    .filter(({ type: { callback } }) => callback?.thread === "caller" && !isFieldAccess)
    .filter(({ type: { callback } }) => returns.includes(callback?.onError.name ?? ""))
    .map((each) => each.name);
}

function list(names: readonly string[], last: "and" | "or"): string {
  const head = names.slice(0, -1).join(", ");
  const end = names.at(-1) ?? "";
  return head === "" ? end : `${head} ${last} ${end}`;
}
