/** Another spec, whose declarations can be named in this one. */
import { z } from "zod";
import { construct } from "./construct.js";

const importedModule = construct({
  spec: z.string().describe("The path of the other spec, from the folder of this one."),
  module: z
    .string()
    .optional()
    .describe('What Python imports it as, where it is inside a package: "pkg.base".'),
});

export const importSpec = z.union([z.string(), importedModule]);
