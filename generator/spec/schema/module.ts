/** The module itself, and what its build needs. */
import { z } from "zod";
import { construct } from "./construct.js";

export const moduleSpec = construct({
  name: z.string().describe("The name that Python imports."),
  doc: z.string().optional().describe("The module's docstring."),
  namespace: z.string().optional().describe("The C++ namespace of everything without a `cpp`."),
  headers: z
    .array(z.string())
    .optional()
    .describe('Headers to include: "mine.hpp", found beside the spec, or "<re2/re2.h>".'),
  sources: z
    .array(z.string())
    .optional()
    .describe("C++ sources compiled into the module, relative to the spec."),
  includeDirs: z.array(z.string()).optional().describe("Include folders, relative to the spec."),
  freeThreaded: z
    .boolean()
    .optional()
    .describe("Whether it runs without a GIL in a free-threaded Python; no Boost.Python yet does."),
  numpy: z
    .boolean()
    .optional()
    .describe("Whether it uses NumPy: its types, and Boost.Python's library for it."),
  maxArity: z
    .int()
    .optional()
    .describe("The most parameters that a function may have, the object included; 15 if absent."),
  maxBases: z.int().optional().describe("The most bases that a class may have; 10 if absent."),
  link: z.array(z.string()).optional().describe("Libraries or CMake targets to link."),
});
