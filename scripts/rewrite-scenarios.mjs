/** Writes what is expected of the scenarios anew: `npm run scenarios:rewrite`. */
import { join } from "node:path";
import { projectFolder, runProgram, runScript } from "./program.mjs";

await runScript(async () => {
  const vitest = join(projectFolder, "node_modules", "vitest", "vitest.mjs");
  const { ok } = await runProgram(process.execPath, [vitest, "run", "tests/scenarios"], {
    environment: { ...process.env, UPDATE_SCENARIOS: "1" },
  });
  return ok;
});
