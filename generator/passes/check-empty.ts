/** Classes that Python can neither make, nor use, nor pass from one call to another. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { type Class, callablesOf, type Module } from "../model/model.js";

export function checkEmpty(module: Module): readonly Diagnostic[] {
  const passed = new Set(
    callablesOf(module).flatMap(({ parameters, result }) => [
      ...parameters.map((each) => each.type.className),
      ...(result === "deduced" ? [] : [result.className]),
    ]),
  );
  const enclosing = new Set(module.classes.map((each) => each.scope));
  for (const each of module.enumerations) enclosing.add(each.scope);
  return module.classes
    .filter((each) => isEmpty(each) && !passed.has(each.pythonPath))
    .filter((each) => !enclosing.has(each.pythonPath))
    .map((each) => diagnose("GB2016", { name: each.pythonPath }, { span: each.span }));
}

/** A derived class has what its bases have. */
function isEmpty(each: Class): boolean {
  const { attributes, bases, constructors, methods, properties, definitions } = each;
  const parts = [attributes, bases, constructors, methods, properties, definitions];
  return parts.every((part) => part.length === 0);
}
