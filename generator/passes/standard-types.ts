/** Types of the standard library, and bytes, for which generated modules bring converters along. */
import { partsOf, type ResolvedType, type StandardTemplate } from "../model/type.js";
import { bothWays, builtin, optional } from "./annotations.js";
import type { ValueType } from "./value-types.js";

/** How many parts each has. */
const COUNTS = new Map<string, number | "any">([
  ["std::optional", 1],
  ["std::pair", 2],
  ["std::tuple", "any"],
]);

export function isStandardTemplate(name: string): name is StandardTemplate {
  return COUNTS.has(name);
}

export const BYTES: ValueType = {
  kind: "bytes",
  cpp: "::gen_bindings::bytes",
  python: "bytes",
  annotation: builtin("bytes"),
  ownsPython: false,
};

/** Undefined where Python can't be given one of the parts, or where there are too many of them. */
export function standardType(
  template: StandardTemplate,
  parts: readonly ResolvedType[],
): ValueType | undefined {
  const count = COUNTS.get(template);
  if ((count !== "any" && count !== parts.length) || !parts.every(isPart)) return undefined;
  const [first] = parts;
  const isOptional = template === "std::optional" && first !== undefined;
  const each = (print: (part: ResolvedType) => string) => parts.map(print).join(", ");
  return {
    kind: "standard",
    cpp: `::${template}<${each((part) => part.cpp)}>`,
    python: isOptional
      ? `Optional[${first.python}]`
      : `Tuple[${each((part) => part.python) || "()"}]`,
    annotation: isOptional
      ? optional(first.annotation)
      : bothWays(`builtins.tuple[${each((part) => part.annotation.result) || "()"}]`),
    ownsPython: parts.some((part) => part.ownsPython),
    standard: { template, parts },
  };
}

/** What a converter can make a Python object of by itself: a value. */
export function isPart({ kind, indirection, cpp }: ResolvedType): boolean {
  if (kind === "text") return cpp.endsWith("*") ? !cpp.endsWith("**") : !cpp.startsWith("const ");
  if (indirection !== "value" || cpp.startsWith("const ")) return false;
  return !["void", "callback", "opaque", "owning-pointer"].includes(kind);
}

/** Whether a call from Python can pass it: a tuple of Python's is not taken apart. */
export function isPassed({ standard }: ResolvedType): boolean {
  if (standard === undefined) return true;
  return standard.template === "std::optional" && standard.parts.every(isPassed);
}

/** Whether some of it is a class of the generated code, which C++ has no name for. */
export function holdsBytes(type: ResolvedType): boolean {
  return partsOf(type).some((each) => each.kind === "bytes");
}
