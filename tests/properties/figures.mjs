/**
 * The figures of robustness, as the tests of properties and mutants measure them:
 * `npm run figures:robustness`. Exit status 1 where one falls short, or a test fails.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));

const child = spawn(process.execPath, [vitest, "run", "tests/properties", "tests/mutants"], {
  cwd: project,
  env: { GEN_BINDINGS_PROPERTY_RUNS: "10000", ...process.env, NO_COLOR: "1" },
  stdio: ["ignore", "pipe", "inherit"],
});
const lines = [];
for await (const line of createInterface({ input: child.stdout })) {
  if (line.startsWith("figure: ")) console.log(line);
  lines.push(line);
}
const status = child.exitCode ?? (await new Promise((resolve) => child.on("close", resolve)));
if (status !== 0) console.log(lines.join("\n"));
const areHeld = !lines.some((line) => /^figure: .* short$/.test(line));
process.exitCode = status === 0 && areHeld ? 0 : 1;
