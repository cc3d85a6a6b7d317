/** dist/: compiled by tsc when the sources changed since. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { filesUnder, fingerprintOf, remember, remembered } from "./fingerprint.mjs";

export async function compileSources(say) {
  const dist = join(projectFolder, "dist");
  const memory = join(dist, ".compiled-from");
  const wanted = fingerprintOf([
    ...filesUnder(join(projectFolder, "generator")).filter((file) => !file.endsWith(".test.ts")),
    ...["package-lock.json", "tsconfig.json", "tsconfig.build.json"].map((name) =>
      join(projectFolder, name),
    ),
  ]);
  if (remembered(memory) === wanted) return;
  say("compiling the generator (tsc)");
  // What was compiled from a source that is gone would still be found and run.
  rmSync(dist, { recursive: true, force: true });
  const compiler = join(projectFolder, "node_modules", "typescript", "bin", "tsc");
  const { ok, output } = await runProgram(
    process.execPath,
    [compiler, "-p", join(projectFolder, "tsconfig.build.json")],
    { quiet: true },
  );
  if (!ok) throw new CannotGoOn(`${output}\ntsc failed: the generator does not compile.`);
  remember(memory, wanted);
}
