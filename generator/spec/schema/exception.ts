/** A C++ exception type that arrives in Python as a class of its own. */
import { z } from "zod";
import { construct } from "./construct.js";

export const exceptionSpec = construct({
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The C++ type, derived from std::exception."),
  base: z
    .string()
    .optional()
    .describe("A built-in exception or one of this spec; Exception if absent."),
  doc: z.string().optional().describe("The docstring."),
});
