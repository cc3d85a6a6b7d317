/** An entry of `types`: a callback, or a C++ type whose converters the user brings along. */
import { z } from "zod";
import { construct, cppExpression } from "./construct.js";
import { callingThread, onError } from "./on-error.js";
import { presence } from "./presence.js";

const converterFrom = construct({
  cpp: z.string().describe("The C++ class with convertible() and construct()."),
  from: z.string().describe("The type of the Python objects that fit, for docstrings."),
});

const lvalue = construct({
  extractor: cppExpression().describe(
    "A C++ class whose static execute() finds the C++ object in the Python one.",
  ),
  pythonType: z.string().describe("The PyTypeObject, a variable of C++ with external linkage."),
});

export const typeDeclaration = construct({
  ...presence,
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
  toPython: z
    .string()
    .optional()
    .describe("A C++ class whose static convert() makes a new Python object of a value."),
  toPythonHasType: z
    .boolean()
    .optional()
    .describe("Whether the static get_pytype() of that class names the Python type."),
  fromPython: z
    .union([z.string(), converterFrom])
    .optional()
    .describe(
      "A C++ class whose static convertible() and construct() make a value of a Python object; or { cpp, from }.",
    ),
  lvalue: z
    .union([lvalue, z.array(lvalue)])
    .optional()
    .describe("Python types of the C API whose objects hold a C++ object of this type."),
  python: z
    .string()
    .optional()
    .describe(
      'How the stub annotates it: names of this spec, of builtins and of typing, or whole ones such as "collections.abc.Sequence[bytes]"; Any if absent.',
    ),
  doc: z.string().optional().describe("One line for the docstring of those who use it."),
  onError: onError.optional(),
  kept: z
    .boolean()
    .optional()
    .describe("Whether C++ keeps each one for good; its proof of the reference count is left out."),
  thread: callingThread.optional(),
});
