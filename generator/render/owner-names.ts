/** Which classes Python holds by more than a pointer. */
import type { Class } from "../model/class.js";

/** The classes that Python holds by an owner, by their Python paths. */
export function ownerNames(classes: readonly Class[]): ReadonlyMap<string, string> {
  return new Map(
    classes
      .filter((each) => each.overridable.length > 0 || each.destructor.value === "release")
      .map((each) => [each.pythonPath, `gen_bindings_owner_${each.identifier}`]),
  );
}
