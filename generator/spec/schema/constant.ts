/** A value of C++ that Python reads as an attribute of the module. */
import { z } from "zod";
import { construct, cppExpression } from "./construct.js";
import { presence } from "./presence.js";

export const constant = construct({
  name: z.string().describe("The name in Python."),
  cpp: cppExpression().optional().describe("A C++ expression; the Python name if absent."),
  type: z
    .string()
    .optional()
    .describe("The C++ type; what the expression has, and unknown to the stub, if absent."),
  doc: z.string().optional().describe("One line for the module's docstring."),
  ...presence,
});
