/** What Python reads and assigns: data members as attributes, getters and setters as properties. */
import { z } from "zod";
import { callPolicy, resultPolicies } from "./call-policy.js";
import { example, facts } from "./callable.js";
import { construct, cppExpression, oneOf } from "./construct.js";
import { gilPolicy } from "./gil.js";
import { iterator } from "./iterator.js";
import { objectLock } from "./lock.js";
import { presence } from "./presence.js";

const isStatic = z.boolean().optional().describe("Whether it belongs to the class itself.");

export const attribute = construct({
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The data member; the Python name if absent."),
  static: isStatic,
  type: z
    .string()
    .optional()
    .describe(
      "Its C++ type, for the stub. A callback's type: the member is a std::function, and None stands for an empty one.",
    ),
  access: oneOf(["readonly", "readwrite"]).optional().describe("readwrite if absent."),
  return: oneOf(resultPolicies)
    .optional()
    .describe(
      'Short for the policy { "get": { "return": … } }: "return_by_value" gives a copy of an object, in place of a reference into its owner.',
    ),
  policy: construct({ get: callPolicy.optional(), set: callPolicy.optional() })
    .optional()
    .describe("Boost.Python's call policies of reading and of assigning."),
  lock: objectLock.optional(),
  doc: z.string().optional().describe("The docstring."),
  ...presence,
  examples: z
    .array(example)
    .optional()
    .describe("Of a callback, or where a policy or a lock is kept: as those of a property."),
});

const accessor = z
  .union([
    cppExpression(),
    construct({
      cpp: cppExpression()
        .optional()
        .describe(
          "A member function, or a function that takes the object first; of a static property, one that takes no object.",
        ),
      attribute: z
        .string()
        .optional()
        .describe("A method of the class by its name in Python, in place of cpp."),
      iterator: iterator.optional(),
      gil: gilPolicy.optional(),
      lock: objectLock.optional(),
      policy: callPolicy.optional(),
      blocks: z.boolean().optional().describe("Whether the call waits for another thread."),
      ...facts,
    }),
  ])
  .describe("A member function's name, or { cpp, gil }. Held unless its own gil says otherwise.");

export const property = construct({
  name: z.string().describe("The name in Python."),
  static: isStatic,
  type: z
    .string()
    .optional()
    .describe("The C++ type; what the getter returns, by value, if absent."),
  get: accessor,
  set: accessor.optional(),
  doc: z.string().optional().describe("The docstring."),
  ...presence,
  examples: z
    .array(example)
    .optional()
    .describe("They prove the getter; one whose setup assigns to the property proves the setter."),
  lock: objectLock.optional(),
});

export type AttributeSpec = z.infer<typeof attribute>;
export type PropertySpec = z.infer<typeof property>;
export type AccessorSpec = Exclude<z.infer<typeof accessor>, string>;
