/** Refuses to hold the GIL while C++ waits for another thread, which may need it. */
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import type { Callable } from "../../model/callable.js";
import type { Class } from "../../model/class.js";
import { callablesOf, type Module } from "../../model/model.js";
import { calledByOthers, holdText, mayHold, releaseFix } from "./states.js";

export function checkWaiting(module: Module): readonly Diagnostic[] {
  return [
    ...callablesOf(module).filter(mayHold).flatMap(checkHeld),
    ...module.classes.flatMap(checkDestructor),
  ];
}

function checkHeld(callable: Callable): readonly Diagnostic[] {
  const { blocks, gil, id, span } = callable;
  const policy = holdText(callable);
  const fix = releaseFix(callable);
  if (blocks) {
    return [diagnose("GB3015", { name: id, policy, fix }, { span: gil.span ?? span })];
  }
  return calledByOthers(callable).map((each) =>
    diagnose("GB3016", { name: id, parameter: each.name, policy, fix }, { span: each.span }),
  );
}

function checkDestructor(each: Class): readonly Diagnostic[] {
  if (!each.destructorBlocks || each.destructor.value !== "hold") return [];
  return [diagnose("GB3017", { name: each.pythonPath }, { span: each.destructor.span })];
}
