/** Default values: C++ expressions that mean the same as a Python literal. */
import type { ResolvedType } from "../../model/type.js";
import { pythonString } from "../literals.js";

/**
 * The Python expression for a C++ one of that type, or "..." where there is none so simple.
 *
 * @param enumerators the annotation of each enumerator, `.Color.red`, by its C++ name
 */
export function defaultValue(
  cpp: string,
  type: ResolvedType,
  enumerators: ReadonlyMap<string, string>,
): string {
  return literal(cpp.trim(), type, enumerators) ?? "...";
}

function literal(
  cpp: string,
  type: ResolvedType,
  enumerators: ReadonlyMap<string, string>,
): string | undefined {
  if (cpp === "nullptr") return type.indirection === "pointer" ? "None" : undefined;
  if (type.kind === "enumeration") return enumerators.get(cpp.startsWith("::") ? cpp : `::${cpp}`);
  if (type.kind === "text" || type.python === "str") return text(cpp);
  if (type.kind !== "fundamental") return undefined;
  if (type.python === "bool") return { true: "True", false: "False" }[cpp];
  const number = /^(-?)\s*(.*)$/s.exec(cpp);
  const [, sign = "", digits = ""] = number ?? [];
  const value = type.python === "float" ? float(digits, type) : integer(digits);
  return value === undefined ? undefined : `${sign}${value}`;
}

/** Letters of ASCII in quotes: nothing that an escape or an encoding could make something else of. */
function text(cpp: string): string | undefined {
  const [, letters] = /^(?:u8)?"([^"\\]*)"$|^'([^'\\])'$/.exec(cpp)?.filter(isGiven) ?? [];
  return letters === undefined || !/^[ -~]*$/.test(letters) ? undefined : pythonString(letters);
}

function isGiven(part: string | undefined): part is string {
  return part !== undefined;
}

/** https://en.cppreference.com/w/cpp/language/integer_literal; 017 is an octal number. */
function integer(cpp: string): string | undefined {
  const digits = /^(0[xX][\da-fA-F']+|0[bB][01']+|\d[\d']*)[uUlLzZ]*$/.exec(cpp)?.[1];
  return digits?.replaceAll("'", "").replace(/^0(?=\d)/, "0o");
}

function float(cpp: string, type: ResolvedType): string | undefined {
  const digits = /^((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)([fFlL]?)$/.exec(cpp);
  if (digits === null) return undefined;
  const [, text = "", suffix = ""] = digits;
  const value = Number(text);
  // What has fewer digits in C++ than in Python is another number there.
  const isRounded = type.value === "float" || /[fF]/.test(suffix);
  if (/^0\d+$/.test(text) || (isRounded && Math.fround(value) !== value)) return undefined;
  if (/[eE]/.test(text)) return text.replace(/^\./, "0.");
  return text.replace(/^\./, "0.").replace(/\.$/, ".0").replace(/^\d+$/, "$&.0");
}

/** The annotation of a C++ expression that is a literal or an enumerator; that of any other is Any. */
export function annotationOf(cpp: string, enumerators: ReadonlyMap<string, string>): string {
  const enumerator = enumerators.get(cpp);
  if (enumerator !== undefined) return enumerator.slice(0, enumerator.lastIndexOf("."));
  if (cpp === "true" || cpp === "false") return "builtins.bool";
  if (text(cpp) !== undefined) return "builtins.str";
  const digits = cpp.replace(/^-\s*/, "");
  if (integer(digits) !== undefined) return "builtins.int";
  return /^[\d.]/.test(digits) && !Number.isNaN(Number(digits.replace(/[fFlL]$/, "")))
    ? "builtins.float"
    : "typing.Any";
}
