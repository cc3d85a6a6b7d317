/** How a class is iterated over, by Boost.Python's own iterator or range. */
import { z } from "zod";
import { callPolicy } from "./call-policy.js";
import { construct, cppExpression } from "./construct.js";

const accessor = (which: string) =>
  cppExpression()
    .optional()
    .describe(
      `A data member, member function, function of the object or function object that gives the ${which}; "${which}" of a container if absent.`,
    );

export const iterator = z
  .union([
    z.literal(true),
    construct({
      begin: accessor("begin"),
      end: accessor("end"),
      target: z
        .string()
        .optional()
        .describe("The C++ class that begin and end take; the class itself if absent."),
      policy: callPolicy.optional().describe("What becomes of each element; a copy if absent."),
      type: z.string().optional().describe("The C++ type of an element, for the stub."),
    }),
  ])
  .describe("true: over begin() and end() of the object. Runs attached, without a lock.");

export type IteratorSpec = z.infer<typeof iterator>;
