/** Where the files of a module go. */
import { join } from "node:path";
import type { Options } from "./surroundings.js";

/** The folder that `-o` names, else `out/<module>`. */
export function outputFolder(
  { output, outputRoot = "" }: Pick<Options, "output" | "outputRoot">,
  moduleName: string,
): string {
  return output ?? join(outputRoot, "out", moduleName);
}
