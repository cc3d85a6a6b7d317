/** The example specs: generated, built, and tested with the generated tests and those beside them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../program.mjs";
import { countPytest } from "./pytest.mjs";
import { total } from "./result.mjs";

/**
 * @param {string} name A folder in specs/, which holds NAME.spec.json and maybe test_*.py.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runExample(name, { python, environment }) {
  const folder = join("specs", name);
  const spec = join(folder, `${name}.spec.json`);
  const generated = await countPytest(
    [process.execPath, join("dist", "cli.js"), "test", spec, "--python", python],
    environment,
  );
  const beside = readdirSync(join(projectFolder, folder))
    .filter((file) => /^test_.*\.py$/.test(file))
    .map((file) => join(folder, file));
  if (beside.length === 0 || generated.failed > 0) return generated;
  const own = await countPytest(
    [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", ...beside],
    {
      ...environment,
      PYTHONPATH: builtModuleFolder(spec),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  );
  return total([generated, own]);
}

/** Where `gen-bindings build` leaves the module of a spec. */
export function builtModuleFolder(spec) {
  const { module } = JSON.parse(readFileSync(join(projectFolder, spec), "utf8"));
  return join(projectFolder, "out", module.name, "build");
}
