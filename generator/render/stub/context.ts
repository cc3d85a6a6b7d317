/** What the parts of a stub share, and how each prints a variable. */
import type { Module } from "../../model/model.js";
import { docText, type SignatureFacts } from "./functions.js";
import type { StubNames } from "./names.js";

export interface StubContext extends SignatureFacts {
  readonly module: Module;
  readonly names: StubNames;
  /** The annotation of what all classes without bases are derived from. */
  readonly instance: string;
}

/** A variable of a stub. */
export interface StubVariableView {
  /** Its name. */
  readonly name: string;
  /** Its annotation. */
  readonly annotation: string;
  /** A comment for type checkers, or "". */
  readonly ignore: string;
  /** The inside of its docstring; "" where there is none. */
  readonly doc: string;
}

export function variable(
  names: StubNames,
  name: string,
  annotation: string,
  doc = "",
  ignore = "",
): StubVariableView {
  return { name, annotation: names.spell(annotation), doc: docText(doc), ignore };
}
