/** The converters that generated modules bring along, for types that Boost.Python has none for. */
import type { ResolvedType } from "./type.js";

/** The C++ statement that registers those of a type, without its semicolon; absent where none is needed. */
export function registration({
  kind,
  cpp,
  standard,
}: Pick<ResolvedType, "kind" | "cpp" | "standard">): string | undefined {
  if (kind === "bytes") return "::gen_bindings::register_bytes()";
  if (standard === undefined) return undefined;
  const what = standard.template === "std::optional" ? "optional" : "tuple";
  return `::gen_bindings::register_${what}<${cpp}>()`;
}
