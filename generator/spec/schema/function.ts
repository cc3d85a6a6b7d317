/** A function of the module. Several of one name are overloads, tried in the order written. */
import { z } from "zod";
import { adapters } from "./adapter.js";
import { behaviour, parameters, result, steps } from "./callable.js";
import { construct, cppExpression } from "./construct.js";
import { libraryLock } from "./lock.js";

export const functionSpec = construct({
  name: z.string().describe("The name in Python."),
  cpp: cppExpression()
    .optional()
    .describe("What is called: a qualified name or a C++ expression; the Python name if absent."),
  params: parameters,
  returns: result,
  steps,
  lock: libraryLock.optional(),
  ...adapters,
  ...behaviour,
});
