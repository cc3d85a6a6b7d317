/** A C++ exception type, and how it arrives in Python. */
import { z } from "zod";
import { construct, cppExpression } from "./construct.js";
import { presence } from "./presence.js";

const attribute = construct({
  name: z.string().describe("The name in Python."),
  cpp: cppExpression()
    .optional()
    .describe(
      "A data member or a member function of the C++ exception, or anything else that std::invoke takes; the Python name if absent.",
    ),
  type: z.string().optional().describe("The C++ type of the value; what C++ declares if absent."),
  doc: z.string().optional().describe("One line for the docstring."),
});

export const exceptionSpec = construct({
  name: z
    .string()
    .optional()
    .describe("The name in Python of a class of its own; in place of `as` and `translator`."),
  cpp: z.string().optional().describe("The C++ type; `name` if absent."),
  as: z
    .string()
    .optional()
    .describe("The exception of Python, or of this spec, that is raised: no new class."),
  translator: cppExpression()
    .optional()
    .describe(
      "A C++ function that is given the exception by const reference and sets a Python error, attached.",
    ),
  base: z
    .string()
    .optional()
    .describe("A built-in exception or one of this spec; Exception if absent."),
  attributes: z
    .array(attribute)
    .optional()
    .describe("What the Python exception knows besides its message."),
  doc: z.string().optional().describe("The docstring."),
  ...presence,
});
