/** What functions, methods and constructors have in common: parameters, examples, steps. */
import { z } from "zod";
import { construct, cppExpression, notBuiltYet } from "./construct.js";
import { dispatch, gilPolicy } from "./gil.js";

const parameter = construct({
  name: z.string().describe("The keyword in Python and the parameter's name in C++."),
  type: z
    .string()
    .describe("A C++ type, a type of this spec by its Python name, or a type of `types`."),
  default: cppExpression().optional().describe("A C++ expression, evaluated once, on import."),
  doc: z.string().optional().describe("One line for the docstring."),
});

/** An example of a call: documentation, test, and the arguments the proof tests use. */
export const example = construct({
  call: z.string().describe("A Python expression, evaluated with the module's names in reach."),
  returns: z.string().optional().describe("A Python expression: compared by == and by type."),
  raises: z.string().optional().describe("The name of the exception class that the call raises."),
  setup: z.string().optional().describe("A line of Python that runs before."),
});

const step = construct({
  release: cppExpression().optional().describe("A C++ expression that runs detached."),
  acquire: cppExpression().optional().describe("A C++ expression that runs attached."),
  as: z.string().optional().describe("Binds the value, by auto, to a name for later steps."),
});

const lock = notBuiltYet("A mutex taken for the call.");

/** The keys that say how a call behaves; the same for functions, methods and constructors. */
export const behaviour = {
  doc: z.string().optional().describe("The docstring."),
  gil: gilPolicy.optional(),
  dispatch: dispatch.optional(),
  examples: z.array(example).optional(),
  lock,
  policy: notBuiltYet("Boost.Python's call policies."),
  blocks: notBuiltYet("The call waits for another thread."),
  mutates: notBuiltYet("Whether the call changes the object."),
  exceptions: notBuiltYet("Whether C++ exceptions may pass through the library."),
};

export const parameters = z.array(parameter).optional();
export const steps = z
  .array(step)
  .optional()
  .describe("The body as C++ expressions, each naming its GIL state; excludes `cpp` and `gil`.");
export const result = z.string().optional().describe("The C++ type of the result; void if absent.");
