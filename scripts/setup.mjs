/**
 * Makes a fresh machine ready: npm packages, dist/, and the Python tools with Boost.Python.
 * Needs Node, a C++17 compiler and Python 3 with venv. What is ready is left alone.
 *
 * GEN_BINDINGS_PYTHON names the Python; GEN_BINDINGS_BOOST=system|wheel says whose Boost.Python.
 */
import { isMain, runScript } from "./program.mjs";
import { compileSources } from "./setup/compiled-sources.mjs";
import { installNodePackages } from "./setup/node-packages.mjs";
import { preparePython } from "./setup/python-tools.mjs";

/**
 * @returns {Promise<{ python: string, pythonVersion: string, boost: "system" | "wheel", boostVersion: string }>}
 *   The Python to generate, build and test with, and the Boost.Python it will find.
 */
export async function setUp(environment = process.env) {
  const started = performance.now();
  const say = (text) => console.log(`set-up: ${text}`);
  await installNodePackages(say);
  await compileSources(say);
  const prepared = await preparePython(environment, say);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const { python, pythonVersion, boost, boostVersion } = prepared;
  say(
    `ready in ${seconds} s: Python ${pythonVersion} (${python}), Boost.Python ${boostVersion} (the ${boost}'s)`,
  );
  return prepared;
}

if (isMain(import.meta.url)) await runScript(async () => Boolean(await setUp()));
