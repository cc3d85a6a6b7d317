/** A container that Python indexes, by Boost.Python's indexing suites. */
import { z } from "zod";
import { example } from "./callable.js";
import { construct, oneOf } from "./construct.js";
import { objectLock } from "./lock.js";

export const indexing = construct({
  suite: oneOf(["vector", "map"]).describe(
    "vector: items by number and by slice, append and extend. map: items by key.",
  ),
  proxies: z
    .boolean()
    .optional()
    .describe(
      "Whether an item that is an object of a class is a reference into the container; true if absent, else a copy.",
    ),
  policies: z
    .string()
    .optional()
    .describe("A class of your own, derived from the suite, that says what items do."),
  lock: objectLock.optional(),
  examples: z
    .array(example)
    .optional()
    .describe(
      "Calls and what they come to: documentation, tests, and the arguments of the proofs.",
    ),
}).describe("Runs attached, without a lock.");
