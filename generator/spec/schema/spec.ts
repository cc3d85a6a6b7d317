/** The whole spec. This schema is the one definition of the language. */
import { z } from "zod";
import { facts } from "./callable.js";
import { construct } from "./construct.js";
import { contents } from "./contents.js";
import { conversion } from "./conversion.js";
import { docstrings } from "./docstrings.js";
import { dispatch, gilPolicy } from "./gil.js";
import { importSpec } from "./import.js";
import { objectLock } from "./lock.js";
import { moduleSpec } from "./module.js";
import { onError, overrides } from "./on-error.js";
import { NEWEST_VERSION } from "./spec-version.js";
import { submoduleSpec } from "./submodule.js";
import { typeDeclaration } from "./type-declaration.js";

export const spec = construct({
  $schema: z.string().optional().describe("The JSON Schema, for editors."),
  specVersion: z
    .literal(NEWEST_VERSION, { error: "GB1016" })
    .optional()
    .describe("The version of the language: 1, which is meant where it is absent."),
  module: moduleSpec
    .optional()
    .describe(
      "The module itself, and what its build needs; a spec without it is a table of types, for others to import.",
    ),
  defaults: construct({
    gil: gilPolicy.optional(),
    dispatch: dispatch.optional(),
    lock: objectLock.optional(),
    overrides: overrides.optional(),
    docstrings: docstrings.optional(),
    onError: onError.optional(),
    ...facts,
  })
    .optional()
    .describe("What holds for everything that says nothing else."),
  types: z
    .record(z.string(), typeDeclaration)
    .optional()
    .describe("Callbacks, and types of C++ whose converters you bring along, by their names."),
  ...contents,
  conversions: z
    .array(conversion)
    .optional()
    .describe("Conversions of C++ that a call from Python may use for an argument."),
  modules: z.array(submoduleSpec).optional().describe("Modules inside this one."),
  imports: z
    .array(importSpec)
    .optional()
    .describe("Other specs whose types, classes, enumerations and exceptions can be named here."),
});

/** Of a module: a table of types stands for one that has nothing else. */
export type Spec = z.infer<typeof spec> & { module: z.infer<typeof moduleSpec> };
