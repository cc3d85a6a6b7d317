/** C++ of the user's own that stands in the generated code as it is written. */
import { z } from "zod";
import { construct, oneOf } from "./construct.js";

export const code = construct({
  at: oneOf(["namespace", "module", "class"]).describe(
    "namespace: outside of any function, before the bindings. module, class: statements that run on import, behind what the module or the class defines.",
  ),
  cpp: z.union([z.string(), z.array(z.string())]).describe("The C++ text, or its lines."),
  stub: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe(
      "Python for the stub, as it stands, of what the code gives to the module or the class; or its lines.",
    ),
  gil: oneOf(["none", "attached"]).describe(
    "The state that it runs in: attached in a module or class; none at namespace level, where nothing runs.",
  ),
});
