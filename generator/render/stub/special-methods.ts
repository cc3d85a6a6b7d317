/** What type checkers know of methods with special names, and where C++ differs and means it. */
import type { StubFunction } from "./overloads.js";

/** Those that every object has, with the result that checkers expect. */
const OF_OBJECTS: ReadonlyMap<string, string> = new Map([
  ["__eq__", "builtins.bool"],
  ["__ne__", "builtins.bool"],
  ["__str__", "builtins.str"],
  ["__repr__", "builtins.str"],
  ["__hash__", "builtins.int"],
  ...["__delattr__", "__dir__", "__format__", "__getattribute__", "__getstate__", "__reduce__"].map(
    (name) => [name, ""] as const,
  ),
  ...["__reduce_ex__", "__setattr__", "__sizeof__"].map((name) => [name, ""] as const),
]);

/** Anything may be compared: where no overload fits, the objects are not equal. */
export function asChecked(method: StubFunction): StubFunction {
  if (method.name !== "__eq__" && method.name !== "__ne__") return method;
  const parameters = method.parameters.map((each) => ({ ...each, annotation: "builtins.object" }));
  return { ...method, parameters };
}

/**
 * The codes of what checkers say of the methods of one special name.
 *
 * @param has whether a class, by its annotation, or a base of it has a method of that name
 */
export function ignoredOf(
  overloads: readonly StubFunction[],
  self: string,
  has: (annotation: string, name: string) => boolean,
): readonly string[] {
  const [first] = overloads;
  if (first === undefined || !/^__\w+__$/.test(first.name)) return [];
  const { name } = first;
  const codes: string[] = [];
  const expected = OF_OBJECTS.get(name);
  if (expected !== undefined && overloads.some(({ result }) => result !== expected)) {
    codes.push("override");
  }
  const forward = name.replace(/^__[ir]/, "__");
  const operands = overloads.flatMap(({ parameters }) => parameters.slice(0, 1));
  // x += y where x + y takes something else.
  const isInPlace = name.startsWith("__i") && has(self, forward);
  // y of x + y has its own answer, and x has one too.
  const isReflected =
    name.startsWith("__r") && operands.some(({ annotation }) => has(annotation, forward));
  if (isInPlace || isReflected || /^__(?:get|set|del)attr__$/.test(name)) codes.push("misc");
  return codes;
}
