/**
 * Set-up, then every suite, one after the other; the last line counts over all of them.
 * Arguments name the suites to run; without any, all run.
 */
import { shortfalls } from "./figure.mjs";
import { CannotGoOn, runScript } from "./program.mjs";
import { prepareNumpy } from "./setup/numpy.mjs";
import { setUp } from "./setup.mjs";
import { suites } from "./suites/all.mjs";
import { nothing, summary, total } from "./suites/result.mjs";

await runScript(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    const known = Object.keys(suites).join(", ");
    throw new CannotGoOn(`no suite is named "${unknown.join('", "')}"; there are: ${known}`);
  }
  const prepared = await setUp();
  const { python } = prepared;
  const environment = {
    ...process.env,
    GEN_BINDINGS_PYTHON: python,
    GEN_BINDINGS_NUMPY: await numpyFor(prepared),
  };
  const results = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(suites)) {
    results.push(await runSuite(name, { python, environment }));
  }
  const { lines, ok } = summary(total(results), process.env);
  for (const line of lines) console.log(line);
  return ok;
});

/** Without NumPy the tests that need it are skips, each with its reason. */
async function numpyFor(prepared) {
  return prepareNumpy(prepared, (text) => console.log(`set-up: ${text}`)).catch((error) => {
    if (!(error instanceof CannotGoOn)) throw error;
    console.error(error.message);
    return "";
  });
}

async function runSuite(name, context) {
  console.log(`suite: ${name}`);
  const started = performance.now();
  const result = await suites[name](context).catch((error) => {
    console.error(error);
    return { ...nothing, failed: 1 };
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `suite: ${name}: ${result.passed} passed, ${result.failed} failed, ` +
      `${result.skips.length} skipped, ${seconds} s`,
  );
  return ofSuite(name, result);
}

/** With the suite's name at each failure; a suite that names none says which figures fell short. */
function ofSuite(name, result) {
  const short = shortfalls.splice(0);
  if (result.failed === 0) return result;
  const failures = [...(result.failures ?? [`${result.failed} of its tests`]), ...short];
  return { ...result, failures: failures.map((failure) => `${name}: ${failure}`) };
}
