/** How the schema of a construct is declared, so that each mistake in it can be explained. */
import { z } from "zod";
import { hasLineComment } from "../../model/expression.js";

const KNOWN_KEYS = "known keys: ";

/** An object of the spec language: every key must be one of `shape`. */
export function construct<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? KNOWN_KEYS + Object.keys(shape).join(" ") : undefined,
  });
}

/** The keys that an object may have, out of the message of zod's `unrecognized_keys` issue. */
export function knownKeys(message: string): readonly string[] {
  return message.startsWith(KNOWN_KEYS) ? message.slice(KNOWN_KEYS.length).split(" ") : [];
}

/** C++ of the user's own, emitted as it stands within a line. */
export function cppExpression() {
  return z.string().refine((text) => /\S/.test(text) && !hasLineComment(text), { error: "GB2017" });
}

/** A value out of a fixed list, with the code of the diagnostic for any other. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  values: Values,
  code: "GB1013" | "GB3001" = "GB1013",
) {
  return z.enum(values, { error: code });
}
