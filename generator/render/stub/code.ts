/** What a spec says in Python of its verbatim C++. */
import type { VerbatimCode } from "../../model/declarations.js";
import type { Module } from "../../model/model.js";

/** Python of the user's own in a stub. */
export interface StubCodeView {
  /** Its lines. */
  readonly text: string;
}

/** @param scope the Python path of the class or submodule, "" for the module */
export function stubCode(
  { code }: Module,
  at: VerbatimCode["at"],
  scope: string,
): readonly StubCodeView[] {
  return code
    .filter((each) => each.at === at && each.scope === scope)
    .flatMap(({ stub }) => (stub === undefined ? [] : [{ text: stub.text }]));
}
