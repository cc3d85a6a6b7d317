/** A class: constructors, methods, attributes, properties, and what is declared inside it. */
import { z } from "zod";
import { adapters } from "./adapter.js";
import { behaviour, facts, parameters, result, steps } from "./callable.js";
import { code } from "./code.js";
import { construct, cppExpression, oneOf } from "./construct.js";
import { attribute, property } from "./data.js";
import { docstrings } from "./docstrings.js";
import { enumeration } from "./enumeration.js";
import { dispatch, gilPolicy } from "./gil.js";
import { heldType, pointers } from "./held-type.js";
import { indexing } from "./indexing.js";
import { iterator } from "./iterator.js";
import { objectLock } from "./lock.js";
import { callingThread, onError, overrides } from "./on-error.js";
import { operator } from "./operator.js";
import { pickling } from "./pickling.js";
import { presence } from "./presence.js";

const self = z
  .string()
  .optional()
  .describe('What signatures call the object itself; "self" if absent, nothing if empty.');

const constructorSpec = construct({
  factory: cppExpression()
    .optional()
    .describe("A C++ function that makes the object; the class's own constructor if absent."),
  self,
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
  virtual: z
    .union([z.literal(true), z.literal("pure")], { error: "GB1013" })
    .optional()
    .describe('Python classes may override it; "pure": C++ has no implementation.'),
  const: z
    .boolean()
    .optional()
    .describe(
      "Of a virtual method: whether C++ declares it const. Of any other: whether the const overload is called. false if absent.",
    ),
  default: z
    .string()
    .optional()
    .describe(
      "Of a virtual method, in a class with a hand-written wrapper: the wrapper's function that calls the C++ implementation.",
    ),
  onError: onError.optional(),
  thread: callingThread.optional(),
  self,
  selfType: z
    .string()
    .optional()
    .describe(
      "The C++ type by which a function of yours takes the object first, where it is no reference: Counter*.",
    ),
  iterator: iterator.optional(),
  ufunc: oneOf(["unary", "binary"])
    .optional()
    .describe("The class is called element by element, on arrays of NumPy that are broadcast."),
  params: parameters,
  returns: result,
  steps,
  lock: objectLock.optional(),
  ...adapters,
  ...behaviour,
});

const destructorPolicy = oneOf(["hold", "release"], "GB3001").describe(
  "What the destructor does to the GIL, and at the end of the interpreter to the object.",
);

const destructor = z.union([
  destructorPolicy,
  construct({
    gil: destructorPolicy,
    blocks: z.boolean().optional().describe("Whether it waits for another thread."),
  }),
]);

const ownKeys = {
  name: z.string().describe("The name in Python."),
  cpp: z.string().optional().describe("The C++ class; the Python name if absent."),
  ...presence,
  doc: z.string().optional().describe("The docstring."),
  held: heldType.optional(),
  pointers,
  wrapper: z
    .string()
    .optional()
    .describe(
      "A hand-written class, derived from this one, that leads its virtual functions to Python.",
    ),
  abstract: z
    .boolean()
    .optional()
    .describe("Whether C++ can make no object of it; false if absent."),
  bases: z.array(z.string()).optional().describe("Base classes, by their names in this spec."),
  copyable: z.boolean().optional().describe("Whether C++ can copy it; true if absent."),
  gil: gilPolicy.optional(),
  dispatch: dispatch.optional(),
  lock: objectLock.optional(),
  destructor: destructor
    .optional()
    .describe("What the destructor does to the GIL, and whether it waits."),
  overrides: overrides.optional(),
  docstrings: docstrings.optional(),
  onError: onError.optional(),
  ...facts,
  pickle: pickling.optional(),
  indexing: indexing.optional(),
  operators: z.array(operator).optional().describe("Operators, as Python writes them."),
  constructors: z
    .array(constructorSpec)
    .optional()
    .describe("Without any, Python can't make an object."),
  methods: z.array(method).optional().describe("Methods; those of one name are overloads."),
  attributes: z.array(attribute).optional().describe("Data members."),
  properties: z
    .array(property)
    .optional()
    .describe("What getters and setters of C++ stand behind."),
  enums: z.array(enumeration).optional().describe("Enumerations inside the class."),
  code: z.array(code).optional().describe("C++ that stands in the generated code as it is."),
};

type OwnKeys = z.infer<z.ZodObject<typeof ownKeys>>;

/** A class as it is written. Named, because a class may contain others. */
export interface ClassSpec extends OwnKeys {
  classes?: ClassSpec[] | undefined;
}

export const classSpec: z.ZodType<ClassSpec> = construct({
  ...ownKeys,
  get classes() {
    return z.array(classSpec).optional().describe("Classes inside the class.");
  },
});
