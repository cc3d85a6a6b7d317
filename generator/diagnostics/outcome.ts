/** How phases follow each other: each with the product of the one before, and what both found. */
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostic.js";

/** The next phase runs only on the product of one that found no error. */
export function inOrder<First, Second>(
  first: Outcome<First>,
  next: (value: First) => Outcome<Second>,
): Outcome<Second> {
  if (first.value === undefined || hasErrors(first.diagnostics)) {
    return { diagnostics: first.diagnostics };
  }
  const second = next(first.value);
  return { ...second, diagnostics: [...first.diagnostics, ...second.diagnostics] };
}

/**
 * Two phases that do not need each other: the user sees the mistakes of both at once. What the
 * first finds wrong at a place is the cause of what the second finds there, which is left out.
 */
export function together<First, Second, Both>(
  first: Outcome<First>,
  second: Outcome<Second>,
  combine: (first: First, second: Second) => Both,
): Outcome<Both> {
  const told = new Set(first.diagnostics.map((each) => each.span?.start));
  const further = second.diagnostics.filter((each) => !told.has(each.span?.start));
  const diagnostics: readonly Diagnostic[] = [...first.diagnostics, ...further];
  if (hasErrors(diagnostics) || first.value === undefined || second.value === undefined) {
    return { diagnostics };
  }
  return { value: combine(first.value, second.value), diagnostics };
}
