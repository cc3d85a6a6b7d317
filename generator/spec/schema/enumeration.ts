/** An enumeration. */
import { z } from "zod";
import { construct } from "./construct.js";

const enumerator = z.union([
  z.string(),
  construct({
    name: z.string().describe("The name in Python."),
    cpp: z.string().optional().describe("The C++ enumerator; the Python name if absent."),
  }),
]);

export const enumeration = construct({
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The C++ enumeration; the Python name if absent."),
  doc: z.string().optional().describe("The docstring."),
  values: z.array(enumerator).min(1, { error: "GB1015" }),
  export: z.boolean().optional().describe("Also puts the values in the enclosing scope."),
});
