/** The oldest CMake that will do and the newest there is, with presets: one configuration and several in a build. */
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { figure } from "../figure.mjs";
import { mustRun, projectFolder, runProgram } from "../program.mjs";
import { announced } from "./project.mjs";

/** The presets of tests/cmake/presets: how each is built, and where it puts the module. */
const PRESETS = {
  ninja: [{ preset: "ninja", output: "package" }],
  multi: [
    { preset: "multi-debug", output: join("package", "Debug") },
    { preset: "multi-release", output: join("package", "Release") },
  ],
};

/** What pip installs, and with which presets it is tried. */
const VERSIONS = [
  { requirement: "cmake==3.20.*", presets: ["ninja", "multi"] },
  { requirement: "cmake", presets: ["multi"] },
];

/**
 * @param {{ folder: string, cmake: string, definitions: Record<string, string>, python: string, environment: NodeJS.ProcessEnv }} setting
 *   folder: to work in, made anew but for what pip has installed; definitions: of each build.
 * @returns {Promise<readonly boolean[]>} Of each figure, whether it holds.
 */
export async function versionFigures(setting) {
  const held = [];
  for (const { requirement, presets } of VERSIONS) {
    const cmake = await installed(requirement, setting);
    const { output } = await runProgram(cmake, ["--version"], { quiet: true });
    const [version] = /\d+\.\d+\.\d+/.exec(output) ?? [output];
    for (const preset of presets) {
      const problems = await built(preset, { ...setting, cmake, name: `${version}-${preset}` });
      for (const problem of problems) console.log(problem);
      held.push(figure(`CMake ${version}, preset ${preset}, problems`, problems.length, 0));
    }
  }
  return held;
}

/** The CMake of a wheel, in a virtual environment of its own. */
async function installed(requirement, { folder, python }) {
  const environment = join(folder, "tools", requirement.replaceAll(/[=*]/g, ""));
  const cmake = join(environment, "bin", "cmake");
  if (existsSync(cmake)) return cmake;
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  await mustRun(python, ["-m", "venv", "--clear", environment]);
  await mustRun(join(environment, "bin", "python"), [
    ...pip,
    "--only-binary",
    ":all:",
    requirement,
  ]);
  return cmake;
}

/** Configures, builds, tests and installs by a preset; what went wrong, up to the first. */
async function built(preset, { folder, name, cmake, definitions, python, environment }) {
  const source = join(folder, name);
  rmSync(source, { recursive: true, force: true });
  cpSync(join(projectFolder, "tests", "cmake", "presets"), source, { recursive: true });
  const run = (program, args) =>
    runProgram(join(dirname(cmake), program), args, { cwd: source, environment, quiet: true });
  const build = join(source, "build", preset);
  const prefix = join(source, "installed", preset);

  const defined = Object.entries(definitions).map(([key, value]) => `-D${key}=${value}`);
  const configured = await run("cmake", ["--preset", preset, ...defined]);
  if (!configured.ok) return [`configure:\n${configured.output}`];
  let generated = 0;
  for (const { preset: one, output } of PRESETS[preset]) {
    const first = await run("cmake", ["--build", "--preset", one, "--parallel", "2"]);
    if (!first.ok) return [`build ${one}:\n${first.output}`];
    generated += announced(first.output).filter((each) => /^Generating /.test(each)).length;
    const again = await run("cmake", ["--build", "--preset", one]);
    if (announced(again.output).length > 0) return [`build ${one} again:\n${again.output}`];
    const lacking = lackingIn(join(build, output));
    if (lacking.length > 0) return [`build ${one}: no ${lacking.join(", ")}`];
    const tested = await run("ctest", ["--preset", one]);
    if (!tested.ok || !/100% tests passed.* out of 2/.test(tested.output))
      return [`test ${one}:\n${tested.output}`];
  }
  if (generated !== 1) return [`generated ${generated} times`];

  const install = ["--install", build, "--component", "python", "--config", "Release"];
  const { ok, output } = await run("cmake", install);
  const folderOfPackage = join(prefix, "package");
  if (!ok) return [`install:\n${output}`];
  const lacking = lackingIn(folderOfPackage);
  if (lacking.length > 0) return [`install: no ${lacking.join(", ")}:\n${output}`];
  const imported = await runProgram(python, ["-c", "import twice; assert twice.twice(4) == 8"], {
    environment: { ...environment, PYTHONPATH: folderOfPackage },
    quiet: true,
  });
  return imported.ok ? [] : [`import:\n${imported.output}`];
}

/** What a component consists of, and is not in this folder. */
function lackingIn(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const has = (pattern) => names.some((name) => pattern.test(name));
  return [/^twice\..*\.so$/, /^twice\.pyi$/, /^py\.typed$/]
    .filter((pattern) => !has(pattern))
    .map((pattern) => pattern.source);
}
