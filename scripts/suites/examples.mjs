/** The example specs: generated, built, and tested with the generated tests and those beside them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "../program.mjs";
import { missingPackage } from "./library-probe.mjs";
import { countPytest } from "./pytest.mjs";
import { nothing, total } from "./result.mjs";

/** What is emitted into the tests/ of every output folder. */
const generatedTests = ["test_examples.py", "test_gil_policies.py"];

/**
 * Where the library that an example binds is missing, each of its test files is a skip.
 *
 * @param {string} name A folder in specs/, which holds NAME.spec.json and maybe test_*.py.
 * @param {"boost" | "fast"} dispatch How calls are taken where the spec does not say it. With `boost` the module comes into
 *   .cache, and out/ keeps what a run by hand leaves there.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runExample(name, dispatch, { python, environment }) {
  const folder = join("specs", name);
  const spec = join(folder, `${name}.spec.json`);
  const output =
    dispatch === "fast"
      ? outputFolder(spec)
      : join(projectFolder, ".cache", "examples-boost", name);
  const beside = readdirSync(join(projectFolder, folder))
    .filter((file) => /^test_.*\.py$/.test(file))
    .map((file) => join(folder, file));
  const missing = await missingPackage(name, environment);
  if (missing !== undefined) {
    const generated = generatedTests.map((file) => join(output, "tests", file));
    const skips = [...generated.map((file) => relative(projectFolder, file)), ...beside];
    return { ...nothing, skips: skips.map((test) => ({ test, reason: `install ${missing}` })) };
  }
  const generated = await countPytest(
    [
      ...[process.execPath, join("dist", "cli.js"), "test", spec, "--python", python],
      ...["-o", output, "--dispatch", dispatch],
    ],
    environment,
  );
  if (beside.length === 0 || generated.failed > 0) return generated;
  const own = await countPytest(
    [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", ...beside],
    {
      ...environment,
      PYTHONPATH: join(output, "build"),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  );
  return total([generated, own]);
}

/** Where `gen-bindings build` leaves the module of a spec. */
export function builtModuleFolder(spec) {
  return join(outputFolder(spec), "build");
}

function outputFolder(spec) {
  const { module } = JSON.parse(readFileSync(join(projectFolder, spec), "utf8"));
  return join(projectFolder, "out", module.name);
}
