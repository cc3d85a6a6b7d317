/** The whole spec. This schema is the one definition of the language. */
import { z } from "zod";
import { facts } from "./callable.js";
import { classSpec } from "./class.js";
import { construct, cppExpression, notBuiltYet } from "./construct.js";
import { enumeration } from "./enumeration.js";
import { exceptionSpec } from "./exception.js";
import { functionSpec } from "./function.js";
import { dispatch, gilPolicy } from "./gil.js";
import { objectLock } from "./lock.js";
import { moduleSpec } from "./module.js";
import { onError, overrides } from "./on-error.js";
import { typeDeclaration } from "./type-declaration.js";

const constant = construct({
  name: z.string().describe("The name in Python."),
  cpp: cppExpression().optional().describe("A C++ expression; the Python name if absent."),
  doc: z.string().optional().describe("One line for the module's docstring."),
});

export const spec = construct({
  $schema: z.string().optional().describe("The JSON Schema, for editors."),
  specVersion: z
    .literal(1, { error: "GB1016" })
    .optional()
    .describe("The version of the language: 1, which is meant where it is absent."),
  module: moduleSpec,
  defaults: construct({
    gil: gilPolicy.optional(),
    dispatch: dispatch.optional(),
    lock: objectLock.optional(),
    overrides: overrides.optional(),
    onError: onError.optional(),
    ...facts,
  }).optional(),
  types: z.record(z.string(), typeDeclaration).optional(),
  functions: z.array(functionSpec).optional(),
  classes: z.array(classSpec).optional(),
  enums: z.array(enumeration).optional(),
  exceptions: z.array(exceptionSpec).optional(),
  constants: z.array(constant).optional(),
  modules: notBuiltYet("Submodules."),
  imports: notBuiltYet("Types of other specs."),
});

export type Spec = z.infer<typeof spec>;
