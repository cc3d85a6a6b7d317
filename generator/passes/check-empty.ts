/** Classes that Python can neither make, nor use, nor pass from one call to another. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Class } from "../model/class.js";
import { callablesOf, type Module } from "../model/model.js";

/** `reported`: what is wrong so far; a class that has lost a member by it is not empty. */
export function checkEmpty(module: Module, reported: readonly Diagnostic[]): readonly Diagnostic[] {
  const passed = new Set(
    callablesOf(module).flatMap(({ parameters, result }) => [
      ...parameters.map((each) => each.type.className),
      ...(result === "deduced" ? [] : [result.className]),
    ]),
  );
  const enclosing = new Set(module.classes.map((each) => each.scope));
  for (const each of [...module.enumerations, ...module.code]) enclosing.add(each.scope);
  return module.classes
    .filter((each) => isEmpty(each) && !passed.has(each.pythonPath))
    .filter((each) => !enclosing.has(each.pythonPath))
    .filter(({ span }) => !reported.some((each) => each.span && isInside(each.span, span)))
    .map((each) => diagnose("GB2016", { name: each.pythonPath }, { span: each.span }));
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && inner.start > outer.start && inner.end < outer.end;
}

/** A derived class has what its bases have. */
function isEmpty(each: Class): boolean {
  const { attributes, bases, constructors, methods, properties, definitions } = each;
  const parts = [attributes, bases, constructors, methods, properties, definitions];
  return parts.every((part) => part.length === 0);
}
