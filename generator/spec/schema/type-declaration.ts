/** An entry of `types`: a callback, or a C++ type whose converters the user brings along. */
import { z } from "zod";
import { construct } from "./construct.js";
import { callingThread, onError } from "./on-error.js";

export const typeDeclaration = construct({
  callback: z
    .string()
    .optional()
    .describe('A function signature such as "void(double fraction)": a Python callable.'),
  cpp: z.string().optional().describe("A C++ type that has Boost.Python converters."),
  opaque: z
    .boolean()
    .optional()
    .describe("Whether Python only hands pointers to it on; C++ need not know more than its name."),
  converters: z
    .string()
    .optional()
    .describe("A C++ function that registers them; called once, attached, on import."),
  doc: z.string().optional().describe("One line for the docstring of those who use it."),
  onError: onError.optional(),
  kept: z
    .boolean()
    .optional()
    .describe("Whether C++ keeps each one for good; its proof of the reference count is left out."),
  thread: callingThread.optional(),
});
