/** `gen-bindings convert SPEC --to yaml`: the same spec in another syntax, written beside it. */
import { writeFileSync } from "node:fs";
import { diagnose, hasErrors } from "../diagnostics/diagnostic.js";
import { systemErrorName, systemErrorText } from "../diagnostics/system-error.js";
import { convertSpec } from "../pipeline.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

/** Writes each spec in the other syntax; nothing that is there is overwritten without `--force`. */
export async function convert(
  to: "json" | "jsonc" | "yaml" | "ts",
  options: Options,
  surroundings: Surroundings,
): Promise<Status> {
  const statuses: Status[] = [];
  for (const path of options.specs) {
    const { value, diagnostics } = await convertSpec(path, to);
    if (value === undefined) {
      statuses.push(tell(surroundings, diagnostics));
      continue;
    }
    const target = `${path.replace(/\.(jsonc?|ya?ml|ts)$/i, "")}.${to}`;
    const failed = write(target, value, options.force);
    statuses.push(tell(surroundings, [...diagnostics, ...failed]));
    if (!hasErrors(failed)) surroundings.terminal.print(`${target}: written`);
  }
  return statuses.includes(1) ? 1 : 0;
}

function write(path: string, text: string, force: boolean) {
  try {
    writeFileSync(path, text, { flag: force ? "w" : "wx" });
    return [];
  } catch (error) {
    return systemErrorName(error) === "EEXIST"
      ? [diagnose("GB0007", { path })]
      : [diagnose("GB0008", { path, why: systemErrorText(error) })];
  }
}
