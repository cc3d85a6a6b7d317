/** "Did you mean" for the names of types. */
import { type Slip, slipOf } from "../diagnostics/nearest.js";
import type { TypeTable } from "./type-table.js";
import { FUNDAMENTAL_TYPES, PYTHON_TYPES, STANDARD_TEMPLATES, TEXT_TYPES } from "./words.js";

/** More mistakes than anybody reads at once: comparing every name with every other takes long. */
const MOST_NAMES = 100;

/** What may be meant by an unknown name. */
export type SuggestType = (name: string) => Slip | undefined;

/** @param others words of the syntax that stand where a type does */
export function typeSuggestions(types: TypeTable, others: readonly string[]): SuggestType {
  const paths = [...types.classes.keys(), ...types.enumerations.keys()];
  const known = [
    ...types.callbacks.keys(),
    ...types.externals.keys(),
    ...types.importedTypes.keys(),
    ...paths,
    // As they are called inside the class that they are nested in, and in C++.
    ...paths.map((path) => path.replace(/^.*\./, "")),
    ...[...types.byCppName.keys()].map((name) => name.replace(/^::/, "")),
    ...FUNDAMENTAL_TYPES.keys(),
    ...TEXT_TYPES,
    ...PYTHON_TYPES.keys(),
    ...STANDARD_TEMPLATES,
    "boost::shared_ptr",
    "bytes",
    "void",
    ...others,
  ];
  const found = new Map<string, Slip | undefined>();

  return (name) => {
    if (found.has(name) || found.size === MOST_NAMES) return found.get(name);
    // "string" is meant for std::string, whatever is nearer.
    const isStandard = known.includes(`std::${name}`);
    const slip = isStandard ? { written: name, meant: `std::${name}` } : slipOf(name, known);
    found.set(name, slip);
    return slip;
  };
}
