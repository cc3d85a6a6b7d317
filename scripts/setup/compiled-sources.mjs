/** dist/: compiled by tsc, and put together by rolldown, when the sources changed since. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { filesUnder, fingerprintOf, remember, remembered } from "./fingerprint.mjs";

export async function compileSources(say) {
  const dist = join(projectFolder, "dist");
  const memory = join(dist, ".compiled-from");
  const wanted = fingerprintOf([
    ...filesUnder(join(projectFolder, "generator")).filter((file) => !file.endsWith(".test.ts")),
    ...["package-lock.json", "tsconfig.json", "tsconfig.build.json", "rolldown.config.mjs"].map(
      (name) => join(projectFolder, name),
    ),
  ]);
  if (remembered(memory) === wanted) return;
  say("compiling the generator (tsc, rolldown)");
  // What was compiled from a source that is gone would still be found and run.
  rmSync(dist, { recursive: true, force: true });
  const { ok, output } = await runProgram("npm", ["run", "build"], { quiet: true });
  if (!ok) throw new CannotGoOn(`${output}\nnpm run build failed: the generator does not compile.`);
  remember(memory, wanted);
}
