/** An entry of `types`: a callback, or a C++ type whose converters the user brings along. */
import { z } from "zod";
import { construct, notBuiltYet, oneOf } from "./construct.js";

export const typeDeclaration = construct({
  callback: z
    .string()
    .optional()
    .describe('A function signature such as "void(double fraction)": a Python callable.'),
  cpp: z.string().optional().describe("A C++ type that has Boost.Python converters."),
  converters: z
    .string()
    .optional()
    .describe("A C++ function that registers them; called once, attached, on import."),
  doc: z.string().optional().describe("One line for the docstring of those who use it."),
  onError: oneOf(["propagate"], "GB1013")
    .or(oneOf(["deferred", "unraisable", "terminate"]).refine(() => false, { message: "GB1014" }))
    .optional()
    .describe("What becomes of a Python exception: it passes through C++ and arrives unchanged."),
  thread: notBuiltYet("Whether a thread of the library's own calls it."),
});
