/**
 * The rules of the specs in conformance/specs: they say the bindings themselves. No verbatim code; what is
 * C++ is a name, a cast or a construction, so that nothing of upstream's bindings moves into a string.
 */

/** Keys that hold C++ of the user's own. */
const cppKeys = new Set([
  ...["cpp", "get", "set", "factory", "default", "begin", "end", "suite", "policies", "wrapper"],
  ...["converters", "toPython", "fromPython", "extractor", "translator", "target"],
  ...["initArgs", "getState", "setState"],
]);

/** Keys that hold whole statements or bodies. */
const bodyKeys = new Set(["code", "steps", "expression", "when", "fails"]);

const identifier = String.raw`[A-Za-z_]\w*`;
/** Template arguments are types, names and numbers: up to three deep. */
const inner = String.raw`[\w\s:,*&.]`;
const templateArguments = String.raw`<(?:${inner}|\(|\)|<(?:${inner}|<${inner}*>)*>)*>`;
const segment = `${identifier}(?:\\s*${templateArguments})?`;
const name = `(?:::)?${segment}(?:::~?${segment})*`;
const literal = String.raw`(?:-?\d+(?:\.\d+)?[uUlLfF]*|"[^"\\]*"|'[^'\\]'|true|false|nullptr)`;
const reference = `&?${name}`;
const argument = `(?:${literal}|${name}\\(\\)|new ${name})`;
const allowed = [
  reference,
  literal,
  // A cast picks an overload, or the type of a value: its type may hold a function's parameters.
  String.raw`static_cast<[\w\s:,*&<>()]+>\((?:${reference}|${literal})\)`,
  // A construction from nothing, from literals, or from other constructions.
  `${name}\\((?:${argument}(?:, ${argument})*)?\\)`,
  // A member function as a function of the object.
  `std::mem_fn\\(&${name}\\)`,
  // A C++ type, where one stands for a class or a pointer.
  String.raw`(?:const )?${name}(?: const)?\s*[*&]*`,
].map((form) => new RegExp(`^(?:${form})$`));

/** Whether a text is a name, a cast, a literal, a construction or a type. */
function saysBinding(text) {
  return allowed.some((form) => form.test(text));
}

/**
 * @param {unknown} value A spec, or a part of it.
 * @param {string} path Where it stands in the spec.
 * @returns {readonly { path: string, kind: "verbatim" | "expression", text: string }[]} What breaks the
 *   rules.
 */
export function breaches(value, path = "") {
  if (Array.isArray(value))
    return value.flatMap((each, index) => breaches(each, `${path}/${index}`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at = `${path}/${key}`;
    if (bodyKeys.has(key)) return [{ path: at, kind: "verbatim", text: JSON.stringify(each) }];
    if (cppKeys.has(key) && typeof each === "string" && !saysBinding(each)) {
      return [{ path: at, kind: "expression", text: each }];
    }
    return breaches(each, at);
  });
}
