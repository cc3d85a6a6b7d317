/** How objects of a class are pickled. */
import { z } from "zod";
import { example } from "./callable.js";
import { construct, cppExpression } from "./construct.js";
import { objectLock } from "./lock.js";

export const pickling = z
  .union([
    z.literal(true),
    construct({
      initArgs: cppExpression()
        .optional()
        .describe("A C++ function of the object: the tuple of arguments that makes it again."),
      getState: cppExpression()
        .optional()
        .describe("A C++ function of the object: a tuple of what the arguments do not hold."),
      setState: cppExpression()
        .optional()
        .describe("A C++ function that takes the object and the tuple of getState."),
      stateHoldsDict: z
        .boolean()
        .optional()
        .describe(
          "Whether getState also takes the attributes that Python has set; it and setState then take the object as boost::python::object.",
        ),
      suite: z
        .string()
        .optional()
        .describe(
          "A class of your own, derived from boost::python::pickle_suite, in place of all.",
        ),
      lock: objectLock.optional(),
      examples: z
        .array(example)
        .optional()
        .describe(
          "Calls and what they come to: documentation, tests, and the arguments of the proofs.",
        ),
    }),
  ])
  .describe("true: the methods that pickle asks for are written in Python.");

export type PicklingSpec = Exclude<z.infer<typeof pickling>, true>;
