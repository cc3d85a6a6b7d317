/** `--list-outputs`: what a build system will have to compile, before anything is generated. */
import { join } from "node:path";
import { compiledOutputs } from "../model/compiled-outputs.js";
import { checkSpec } from "../pipeline.js";
import { outputFolder } from "./output-folder.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

/**
 * Prints the generated files that are compiled, one a line: below `-o`, or below the output folder of
 * each spec, whose module's name is all that is needed of it; without either, as paths inside an output folder.
 */
export function listOutputs(options: Options, surroundings: Surroundings): Status {
  const list = (folder: string) => {
    for (const path of compiledOutputs(options.shards ?? 1))
      surroundings.terminal.print(join(folder, path));
  };
  if (options.output !== undefined || options.specs.length === 0) {
    list(options.output ?? "");
    return 0;
  }
  const found = options.specs.map((path) => checkSpec(path));
  for (const { value } of found) if (value) list(outputFolder(options, value.module.name));
  return tell(
    surroundings,
    found.flatMap(({ diagnostics }) => diagnostics),
  );
}
