/** A module inside the module, which Python imports by its full name. */
import { z } from "zod";
import { construct } from "./construct.js";
import { contents, type ModuleContents } from "./contents.js";
import { presence } from "./presence.js";

const ownKeys = {
  name: z.string().describe("The name in Python: `import engine.io`."),
  doc: z.string().optional().describe("The docstring."),
  ...presence,
  namespace: z
    .string()
    .optional()
    .describe("The C++ namespace of everything without a `cpp`; that of the outer one if absent."),
  ...contents,
};

/** A submodule as it is written. Named, because a submodule may contain others. */
export interface SubmoduleSpec
  extends z.infer<z.ZodObject<typeof ownKeys>>,
    Pick<ModuleContents, "modules"> {}

export const submoduleSpec: z.ZodType<SubmoduleSpec> = construct({
  ...ownKeys,
  get modules() {
    return z.array(submoduleSpec).optional().describe("Modules inside this one.");
  },
});
