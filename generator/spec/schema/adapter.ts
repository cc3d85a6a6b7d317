/** What a spec says in place of a hand-written function that forwards to another. */
import { z } from "zod";
import { construct, cppExpression } from "./construct.js";

const failure = construct({
  when: cppExpression().describe(
    "A C++ expression over `result`, which is what C++ returned, and the parameters: true if the call failed.",
  ),
  raises: z.string().describe("The exception that is raised: a built-in one, or one of this spec."),
  message: cppExpression()
    .optional()
    .describe(
      "A C++ expression over `result` and the parameters: what the exception says; the condition if absent.",
    ),
});

/** The keys of functions and methods that adapt what is called. */
export const adapters = {
  expression: cppExpression()
    .optional()
    .describe(
      "What is called, as one C++ expression over the parameters and `self`; in place of `cpp`.",
    ),
  fails: failure
    .optional()
    .describe("When a call has failed by what C++ returned, and what Python is raised then."),
  length: cppExpression()
    .optional()
    .describe(
      "Of a function that returns bytes by a pointer: how many, a C++ expression over `result` and the parameters.",
    ),
};

export type AdapterSpec = {
  [Key in keyof typeof adapters]?: z.infer<(typeof adapters)[Key]>;
};
