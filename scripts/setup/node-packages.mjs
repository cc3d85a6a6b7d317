/** The npm packages: installed when they are missing or package-lock.json changed since. */
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { fingerprintOf, remember, remembered } from "./fingerprint.mjs";

export async function installNodePackages(say) {
  // Inside node_modules, so that it goes when they go.
  const memory = join(projectFolder, "node_modules", ".gen-bindings-installed-from");
  const wanted = fingerprintOf([join(projectFolder, "package-lock.json")]);
  if (remembered(memory) === wanted) return;
  say("installing npm packages (npm ci)");
  const { ok, output } = await runProgram("npm", ["ci", "--loglevel=error"], { quiet: true });
  if (!ok) throw new CannotGoOn(`${output}\nnpm ci failed: the npm packages are not installed.`);
  remember(memory, wanted);
}
