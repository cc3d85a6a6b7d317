/**
 * The incidents of tests/gil: each has to happen with the naive bindings, and not with those that are
 * generated here.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { buildProject } from "./cmake-project.mjs";
import { countPytest } from "./pytest.mjs";
import { nothing } from "./result.mjs";

const source = join("tests", "gil");
const commandLine = [process.execPath, join(projectFolder, "dist", "cli.js")];

/**
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {"boost" | "fast"} dispatch How the generated bindings take calls from Python.
 * @returns {Promise<import("./result.mjs").Result>} A test for each script and binding.
 */
export async function runGilIncidents(context, dispatch) {
  const buildName = `tests-gil-${dispatch}`;
  const { buildFolder, output } = await buildGilIncidents(context, { dispatch, buildName });
  return buildFolder === undefined
    ? stopped(output)
    : countPytest(...pytestOf(buildFolder, context));
}

/**
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {{ dispatch: "boost" | "fast", buildName: string, definitions?: Record<string, string> }} options
 *   The names and definitions are those of buildProject.
 * @returns {Promise<{ buildFolder?: string, output: string }>} Where they were built, if they were;
 *   what was printed.
 */
export async function buildGilIncidents(context, { dispatch, buildName, definitions }) {
  const generated = join(projectFolder, ".cache", `tests-gil-generated-${dispatch}`);
  const failure = await generate(dispatch, generated);
  if (failure !== undefined) return { output: failure };
  const options = { definitions: { GENERATED: generated, ...definitions }, buildName };
  const { built, output } = await buildProject(source, ["all"], context, options);
  return { buildFolder: built?.buildFolder, output };
}

/**
 * What countPytest takes to run them.
 *
 * @returns {[readonly string[], NodeJS.ProcessEnv]}
 */
export function pytestOf(buildFolder, { python, environment }) {
  return [
    [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", source],
    {
      ...environment,
      GEN_BINDINGS_COMMAND: JSON.stringify(commandLine),
      PYTHONPATH: join(buildFolder, "modules"),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  ];
}

/** @returns {Promise<string | undefined>} What the command line said, where it failed. */
async function generate(dispatch, generated) {
  const [program, ...args] = commandLine;
  const specs = join(projectFolder, source, "specs");
  for (const file of readdirSync(specs)) {
    const folder = join(generated, file.replace(".spec.json", ""));
    const { ok, output } = await runProgram(
      program,
      [...args, join(specs, file), "-o", folder, "--force", "--dispatch", dispatch],
      { quiet: true },
    );
    if (!ok) return output;
  }
  return undefined;
}

function stopped(output) {
  console.log(output);
  return { ...nothing, failed: 1 };
}
