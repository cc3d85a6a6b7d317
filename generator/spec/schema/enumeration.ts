/** An enumeration. */
import { z } from "zod";
import { construct, oneOf } from "./construct.js";
import { presence } from "./presence.js";

const enumerator = z.union([
  z.string(),
  construct({
    name: z.string().describe("The name in Python."),
    cpp: z.string().optional().describe("The C++ enumerator; the Python name if absent."),
    ...presence,
  }),
]);

export const enumeration = construct({
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The C++ enumeration; the Python name if absent."),
  doc: z.string().optional().describe("The docstring."),
  ...presence,
  kind: oneOf(["boost", "IntEnum", "Enum", "IntFlag"])
    .optional()
    .describe("Boost.Python's own class (boost, if absent), or a class of Python's module enum."),
  values: z
    .array(enumerator)
    .min(1, { error: "GB1015" })
    .describe(
      "The enumerators: a name; or a name, what C++ calls it, and for which versions it is there.",
    ),
  export: z.boolean().optional().describe("Also puts the values in the enclosing scope."),
});
