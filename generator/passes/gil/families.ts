/** Classes that share the lock of an object, as one is derived from another. */
import type { LockTarget } from "../../model/callable.js";
import type { Class } from "../../model/class.js";

/** The Python path of each class to a name that is common to its whole family. */
export function familiesOf(classes: readonly Class[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // What was walked over leads there at once from now on.
    for (let each = name; each !== root; ) {
      const next = parents.get(each) ?? root;
      parents.set(each, root);
      each = next;
    }
    return root;
  };
  for (const { pythonPath, bases } of classes) {
    for (const base of bases) {
      const [one, other] = [rootOf(pythonPath), rootOf(base)];
      if (one !== other) parents.set(one, other);
    }
  }
  return new Map(classes.map((each) => [each.pythonPath, rootOf(each.pythonPath)]));
}

/** What an object_lock may have to wait for: the locks of a family, or the module's. */
export function familyOf(target: LockTarget, families: ReadonlyMap<string, string>): string {
  return target.form === "module" ? "" : (families.get(target.className) ?? target.className);
}
