/** What functions, methods and constructors have in common: parameters, examples, steps. */
import { z } from "zod";
import { callPolicy } from "./call-policy.js";
import { construct, cppExpression, oneOf } from "./construct.js";
import { docstrings } from "./docstrings.js";
import { dispatch, gilPolicy } from "./gil.js";
import { presence } from "./presence.js";

const parameter = construct({
  name: z
    .string()
    .optional()
    .describe(
      "The keyword in Python and the parameter's name in C++; without one, it is passed by position. Those without come first.",
    ),
  type: z
    .string()
    .optional()
    .describe(
      "A C++ type, a type of this spec by its Python name, or a type of `types`; may be left out beside `value`.",
    ),
  default: cppExpression().optional().describe("A C++ expression, evaluated once, on import."),
  direction: oneOf(["in", "out", "inout"])
    .optional()
    .describe(
      "out: C++ writes it, and Python gets it as part of the result; inout: Python gives it as well. in if absent.",
    ),
  value: cppExpression()
    .optional()
    .describe("A C++ expression that is passed in each call: Python has no such parameter."),
  passedAs: oneOf(["pointer and length"])
    .optional()
    .describe("Of bytes: C++ takes them as two arguments."),
  doc: z.string().optional().describe("One line for the docstring."),
});

export type ParameterSpec = z.infer<typeof parameter>;

/** An example of a call: documentation, test, and the arguments the proof tests use. */
export const example = construct({
  call: z.string().describe("A Python expression, evaluated with the module's names in reach."),
  returns: z.string().optional().describe("A Python expression: compared by == and by type."),
  raises: z.string().optional().describe("The name of the exception class that the call raises."),
  setup: z.string().optional().describe("A line of Python that runs before."),
});

export type ExampleSpec = z.infer<typeof example>;

const step = construct({
  release: cppExpression().optional().describe("A C++ expression that runs detached."),
  acquire: cppExpression().optional().describe("A C++ expression that runs attached."),
  as: z.string().optional().describe("Binds the value, by auto, to a name for later steps."),
});

/** What is declared of the C++ code, for the checks. */
export const facts = {
  mutates: z
    .boolean()
    .optional()
    .describe("Whether a call changes the object; true if absent, as the spec can't see const."),
  exceptions: z
    .boolean()
    .optional()
    .describe("Whether C++ exceptions may pass through the library; true if absent."),
};

/** The keys that say how a call behaves; the same for functions, methods and constructors. */
export const behaviour = {
  doc: z.string().optional().describe("The docstring."),
  ...presence,
  docstrings: docstrings.optional(),
  gil: gilPolicy.optional(),
  dispatch: dispatch.optional(),
  examples: z
    .array(example)
    .optional()
    .describe(
      "Calls and what they come to: documentation, tests, and the arguments of the proofs.",
    ),
  policy: callPolicy.optional(),
  minArguments: z
    .int()
    .nonnegative()
    .optional()
    .describe("The parameters behind this many have defaults that C++ knows, and may be left out."),
  raw: z
    .boolean()
    .optional()
    .describe(
      "Whether the C++ function takes what Python passes as it is: a boost::python::tuple and a dict.",
    ),
  blocks: z.boolean().optional().describe("Whether the call waits for another thread."),
  ...facts,
};

export const parameters = z
  .array(parameter)
  .optional()
  .describe("The parameters, in the order of C++.");
export const steps = z
  .array(step)
  .optional()
  .describe("The body as C++ expressions, each naming its GIL state; excludes `cpp` and `gil`.");
export const result = z.string().optional().describe("The C++ type of the result; void if absent.");
