/**
 * From a fresh clone to the answer: set-up; generate, build and test specs/example; then the little
 * program that shows the difference, first with the GIL held, then with it released.
 */
import { join } from "node:path";
import { CannotGoOn, runProgram, runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";
import { builtModuleFolder } from "./suites/examples.mjs";

const spec = join("specs", "example", "example.spec.json");

await runScript(async () => {
  const { python } = await setUp();
  await step(process.execPath, [join("dist", "cli.js"), "test", spec, "--python", python]);
  const environment = { ...process.env, PYTHONPATH: builtModuleFolder(spec) };
  const program = join("specs", "example", "still_running.py");
  await step(python, [program, "hold", "release"], environment);
  return true;
});

async function step(command, args, environment = process.env) {
  const { ok } = await runProgram(command, args, { environment });
  if (!ok) throw new CannotGoOn(`\nThe demo stopped: ${[command, ...args].join(" ")} failed.`);
}
