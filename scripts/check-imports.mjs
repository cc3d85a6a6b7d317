/**
 * dependency-cruiser, and a look at what it saw: with a TypeScript it does not know it reads no
 * module at all, and finds nothing to complain of.
 */
import { join } from "node:path";
import { projectFolder, runProgram, runScript } from "./program.mjs";
import { filesUnder } from "./setup/fingerprint.mjs";

await runScript(async () => {
  const command = join(projectFolder, "node_modules", "dependency-cruiser", "bin");
  const cruise = (...options) => [
    join(command, "dependency-cruise.mjs"),
    ...["generator", "tests", "--config", ".dependency-cruiser.cjs", ...options],
  ];
  const { ok } = await runProgram(process.execPath, cruise("--output-type", "err-long"));
  const { output } = await runProgram(process.execPath, cruise("--output-type", "json"), {
    quiet: true,
  });
  const seen = new Set(JSON.parse(output).modules.map((module) => module.source));
  const unseen = filesUnder(join(projectFolder, "generator"))
    .map((file) => file.slice(projectFolder.length + 1))
    .filter((file) => file.endsWith(".ts") && !seen.has(file));
  if (unseen.length > 0) console.error(`dependency-cruiser did not read: ${unseen.join(", ")}`);
  return ok && unseen.length === 0;
});
