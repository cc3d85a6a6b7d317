/** A class: constructors, methods, attributes, properties, and what is declared inside it. */
import { z } from "zod";
import { behaviour, example, parameters, result, steps } from "./callable.js";
import { construct, cppExpression, notBuiltYet, oneOf } from "./construct.js";
import { enumeration } from "./enumeration.js";
import { dispatch, gilPolicy } from "./gil.js";

const constructorSpec = construct({
  factory: cppExpression()
    .optional()
    .describe("A C++ function that makes the object; the class's own constructor if absent."),
  params: parameters,
  ...behaviour,
});

const method = construct({
  name: z.string().describe("The name in Python."),
  cpp: cppExpression()
    .optional()
    .describe(
      "A member function's name, or a qualified name of a function that takes the object first; the Python name if absent.",
    ),
  static: z.boolean().optional().describe("A static member function: no object is passed."),
  virtual: notBuiltYet("Python classes may override it."),
  params: parameters,
  returns: result,
  steps,
  ...behaviour,
});

const attribute = construct({
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The data member; the Python name if absent."),
  access: oneOf(["readonly", "readwrite"]).optional().describe("readwrite if absent."),
  doc: z.string().optional().describe("The docstring."),
});

const accessor = z
  .union([
    cppExpression(),
    construct({
      cpp: cppExpression().describe(
        "A member function, or a function that takes the object first.",
      ),
      gil: gilPolicy.optional(),
      lock: notBuiltYet("A mutex taken for the call."),
    }),
  ])
  .describe("A member function's name, or { cpp, gil }. Held unless its own gil says otherwise.");

const property = construct({
  name: z.string().describe("The name in Python."),
  type: z
    .string()
    .optional()
    .describe("The C++ type; what the getter returns, by value, if absent."),
  get: accessor,
  set: accessor.optional(),
  doc: z.string().optional().describe("The docstring."),
  examples: z
    .array(example)
    .optional()
    .describe("They prove the getter; one whose setup assigns to the property proves the setter."),
  lock: notBuiltYet("A mutex taken for the call."),
  policy: notBuiltYet("Boost.Python's call policies."),
});

export const classSpec = construct({
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The C++ class; the Python name if absent."),
  doc: z.string().optional().describe("The docstring."),
  held: oneOf(["value", "std::shared_ptr", "boost::shared_ptr"])
    .optional()
    .describe("How a Python object holds the C++ one; by value if absent."),
  bases: z.array(z.string()).optional().describe("Base classes, by their names in this spec."),
  copyable: z.boolean().optional().describe("Whether C++ can copy it; true if absent."),
  gil: gilPolicy.optional(),
  dispatch: dispatch.optional(),
  lock: notBuiltYet("A mutex for each object."),
  destructor: notBuiltYet("What the destructor does to the GIL."),
  operators: notBuiltYet("Operators and special methods."),
  constructors: z
    .array(constructorSpec)
    .optional()
    .describe("Without any, Python can't make an object."),
  methods: z.array(method).optional(),
  attributes: z.array(attribute).optional(),
  properties: z.array(property).optional(),
  enums: z.array(enumeration).optional(),
  get classes() {
    return z.array(classSpec).optional();
  },
});
