/**
 * Boost.Python's own test suite, with modules generated from conformance/specs.
 *
 *   npm run test:conformance
 *   npm run test:conformance -- keywords numpy/ufunc
 *   npm run test:conformance -- --dispatch boost
 *
 * Arguments name the pairs to run; without any, all run. The suite and the Boost that it belongs to are
 * fetched once, into .cache/conformance. --dispatch boost generates what specs do not say otherwise
 * with dispatch boost. GEN_BINDINGS_BOOST=wheel runs the same tests with the Boost of the
 * wheel, under the Python that has it. Exit status 1 where a pair does not come out as it does with
 * upstream's own bindings, or a spec breaks the rules.
 */
import { parseArgs } from "node:util";
import { pairs } from "../conformance/pairs.mjs";
import { prepareConformance, runConformance } from "./conformance/run.mjs";
import { CannotGoOn, projectFolder, runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  const { values, positionals: names } = parseArgs({
    options: { dispatch: { type: "string", default: "fast" } },
    allowPositionals: true,
  });
  const { dispatch } = values;
  if (dispatch !== "boost" && dispatch !== "fast") {
    throw new CannotGoOn(`--dispatch is boost or fast, not "${dispatch}"`);
  }
  const unknown = names.filter((name) => !pairs.some((pair) => pair.name === name));
  if (unknown.length > 0) {
    const known = pairs.map(({ name }) => name).join(", ");
    throw new CannotGoOn(`no pair is named "${unknown.join('", "')}"; there are: ${known}`);
  }
  const { python, boostVersion } = await setUp();
  const wheel =
    process.env.GEN_BINDINGS_BOOST === "wheel"
      ? { version: boostVersion, prefix: await prefixOfWheel(python) }
      : undefined;
  const chosen = names.length > 0 ? pairs.filter(({ name }) => names.includes(name)) : pairs;
  const prepared = await prepareConformance(chosen, { python, environment: process.env, wheel });
  return (await runConformance(chosen, dispatch, prepared)).failed === 0;
});

async function prefixOfWheel(python) {
  const { inspectPython } = await import("../dist/toolchain/python.js");
  const { cmeelPrefix } = await inspectPython(python, process.env, projectFolder);
  return cmeelPrefix;
}
