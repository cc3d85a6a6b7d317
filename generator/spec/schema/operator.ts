/** An operator or special function of a class, written as Python writes it. */
import { z } from "zod";
import { behaviour, result } from "./callable.js";
import { construct, cppExpression } from "./construct.js";
import { objectLock } from "./lock.js";

const operatorText = z
  .string()
  .describe(
    'As Python writes it, with "self" for the object and types or literals for the rest: "self + int", "1 < self", "str(self)", "self[int] = double".',
  );

export const operator = z.union([
  operatorText,
  construct({
    operator: operatorText,
    cpp: cppExpression()
      .optional()
      .describe(
        "A member function, or a function of the operands in the order written; the operator of C++ if absent.",
      ),
    returns: result.describe("The C++ type of the result, where it is not the usual one."),
    lock: objectLock.optional(),
    ...behaviour,
  }),
]);
