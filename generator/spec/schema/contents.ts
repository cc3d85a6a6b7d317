/** What a module contains, and a submodule as well. */
import { z } from "zod";
import { classSpec } from "./class.js";
import { code } from "./code.js";
import { constant } from "./constant.js";
import { enumeration } from "./enumeration.js";
import { exceptionSpec } from "./exception.js";
import { functionSpec } from "./function.js";
import type { SubmoduleSpec } from "./submodule.js";

export const contents = {
  functions: z
    .array(functionSpec)
    .optional()
    .describe("Functions; those of one name are overloads, tried in the order written."),
  classes: z.array(classSpec).optional().describe("Classes of C++."),
  enums: z.array(enumeration).optional().describe("Enumerations of C++."),
  exceptions: z
    .array(exceptionSpec)
    .optional()
    .describe("Exceptions of C++, and how each arrives in Python."),
  constants: z.array(constant).optional().describe("Values of C++, taken on import."),
  code: z.array(code).optional().describe("C++ that stands in the generated code as it is."),
};

type OwnContents = z.infer<z.ZodObject<typeof contents>>;

/** The declarations in a module, those of its submodules included. */
export interface ModuleContents extends OwnContents {
  modules?: SubmoduleSpec[] | undefined;
}
