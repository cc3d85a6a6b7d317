/** What is written often is resolved once: big modules name few types many times. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ResolvedType } from "../model/type.js";
import type { Context } from "./context.js";

/**
 * What `resolve` gave for the key before, or gives now. It is asked again wherever it has something to report,
 * since each place has its own mistakes.
 */
export function resolvedOnce(
  context: Context,
  key: string,
  resolve: (context: Context) => ResolvedType,
): ResolvedType {
  const known = context.resolvedTypes.get(key);
  if (known !== undefined) return known;
  let isRight = true;
  const report = (diagnostic: Diagnostic): void => {
    isRight = false;
    context.report(diagnostic);
  };
  const resolved = resolve({ ...context, report });
  if (isRight) context.resolvedTypes.set(key, resolved);
  return resolved;
}

/** The same context, but that what is named in it does not count as used. */
export function countingNoUse(context: Context): Context {
  return { ...context, usedTypes: new Set(), resolvedTypes: new Map() };
}
