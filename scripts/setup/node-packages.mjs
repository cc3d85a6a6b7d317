/** The npm packages: installed when they are missing or package-lock.json changed since. */
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { fingerprintOf, remember, remembered } from "./fingerprint.mjs";

/**
 * Installs the versions that package-lock.json names, and leaves that file alone.
 *
 * `npm ci` would refuse it: it names the binaries of some tools for this platform only, since some of
 * those for others can't be had everywhere, and they are optional.
 */
export async function installNodePackages(say) {
  // Inside node_modules, so that it goes when they go.
  const memory = join(projectFolder, "node_modules", ".gen-bindings-installed-from");
  const wanted = fingerprintOf([join(projectFolder, "package-lock.json")]);
  if (remembered(memory) === wanted) return;
  say("installing npm packages (npm install)");
  const { ok, output } = await runProgram("npm", ["install", "--no-save", "--loglevel=error"], {
    quiet: true,
  });
  if (!ok) throw new CannotGoOn(`${output}\nnpm install failed: the npm packages are not there.`);
  remember(memory, wanted);
}
