/** The properties of an object, as a loader meets them: each key once. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Property } from "./document.js";

/** Adds a property, or reports why it can't be one. */
export function addProperty<Added extends Pick<Property, "keySpan">>(
  found: Map<string, Added>,
  key: string,
  property: Added,
  report: (diagnostic: Diagnostic) => void,
): void {
  const earlier = found.get(key);
  const span = property.keySpan;
  if (earlier !== undefined) {
    const related = [{ message: "the first one", span: earlier.keySpan }];
    report(diagnose("GB1007", { key }, { span, related }));
  } else if (key === "__proto__") {
    report(diagnose("GB1010", { key, near: "" }, { span }));
  } else {
    found.set(key, property);
  }
}
