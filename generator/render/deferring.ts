/** Whether errors in callbacks and overrides of a module may have to wait until a call has ended. */
import { callablesOf, type Module } from "../model/model.js";

/** Whether an error may wait: until some call ends, whichever it is. */
export function isDeferring(module: Module): boolean {
  const overridings = callablesOf(module).flatMap((each) => each.overriding ?? []);
  // Where Python asks for an implementation that is not there, the error goes back to Python.
  const goesBack = overridings.some(
    (each) => each.isPure && each.onError.value.name !== "propagate",
  );
  const policies = [
    ...overridings.map((each) => each.onError.value),
    ...module.callbacks.map((each) => each.onError),
  ];
  return goesBack || policies.some((each) => each.name === "deferred");
}
