/**
 * Mutants of the generated code, and whether the generated tests fail for each:
 *
 *   npm run test:mutants [-- MODULE...]
 *
 * Exit status 1 where one survives that tests/mutants/equivalents.mjs does not name.
 */
import { runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";
import { runMutants } from "./suites/mutants.mjs";

await runScript(async () => {
  const { python } = await setUp();
  const environment = { ...process.env, GEN_BINDINGS_PYTHON: python };
  const { failed } = await runMutants({ python, environment }, process.argv.slice(2));
  return failed === 0;
});
