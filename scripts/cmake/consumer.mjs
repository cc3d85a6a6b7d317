/** A project of somebody else's: built, tested, installed, moved, imported; with the npm package, and without Node. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { figure } from "../figure.mjs";
import { projectFolder, runProgram } from "../program.mjs";
import { filesUnder } from "../setup/fingerprint.mjs";
import { cmakeProject } from "./project.mjs";

/**
 * @param {{ folder: string, package: string, cmake: string, definitions: Record<string, string>, python: string, environment: NodeJS.ProcessEnv }} setting
 *   folder: to work in, made anew; package: the npm package.
 * @returns {Promise<readonly boolean[]>} Of each figure, whether it holds.
 */
export async function consumerFigures(setting) {
  const { folder } = setting;
  rmSync(folder, { recursive: true, force: true });
  const held = [];
  /** Prints what failed, if anything did. */
  const expect = (text, problems) => {
    for (const problem of problems) console.log(problem);
    held.push(figure(`consumer: ${text}, problems`, problems.length, 0));
  };
  expect("built, tested, installed, moved, imported", await installed(setting));
  expect("committed sources, built and imported without Node", await withoutNode(setting));
  expect("committed sources, told when they are stale", await stale(setting));
  expect("what is missing, named with a way out", await missing(setting));
  expect("by FetchContent", await fetched(setting));
  return held;
}

/** The project's files in a folder of their own, for a build of this name. */
function project(setting, name, definitions = {}) {
  const source = join(setting.folder, name, "source");
  cpSync(join(projectFolder, "tests", "cmake", "consumer"), source, { recursive: true });
  return cmakeProject({
    ...setting,
    generator: "Ninja",
    source,
    build: join(setting.folder, name, "build"),
    definitions: { ...setting.definitions, ...definitions },
  });
}

/** Carries out the steps up to the first that fails. */
async function stepwise(steps) {
  for (const [name, step] of steps) {
    const { ok, output } = await step();
    if (!ok) return [`${name}:\n${output}`];
  }
  return [];
}

async function installed(setting) {
  const survey = project(setting, "installed");
  const [prefix, moved] = ["prefix", "moved"].map((name) => join(setting.folder, name));
  const problems = await stepwise([
    ["configure", () => survey.configure()],
    ["build", () => survey.make()],
    ["test", () => survey.test()],
    ["install", () => survey.install("--prefix", prefix)],
  ]);
  if (problems.length > 0) return problems;
  // Neither of them can be what is imported.
  renameSync(prefix, moved);
  rmSync(survey.build, { recursive: true });
  const lacking = ["survey_paths.pyi", "py.typed"].filter(
    (name) => !existsSync(join(moved, "python", name)),
  );
  return [
    ...lacking.map((name) => `${name} is not installed`),
    ...(await imported(setting, survey, join(moved, "python"))),
  ];
}

/** Runs the project's own check of what it built. */
async function imported({ python, environment }, { source }, folder) {
  const { ok, output } = await runProgram(python, [join(source, "check.py")], {
    cwd: source,
    environment: { ...environment, PYTHONPATH: folder },
    quiet: true,
  });
  return ok && output.startsWith(folder) ? [] : [`import: ${output}`];
}

/** Generates into the project, as its author would before a commit. */
function commit({ package: own }, { source }) {
  const spec = join(source, "bindings", "survey_paths.spec.json");
  const command = [
    join(own, "dist", "cli.js"),
    spec,
    "-o",
    join(source, "generated"),
    "--no-config",
  ];
  return runProgram(process.execPath, command, { quiet: true });
}

async function withoutNode(setting) {
  const survey = project(setting, "without-node", {
    GEN_BINDINGS_NODE: join(setting.folder, "none"),
  });
  const generated = join(survey.source, "generated");
  const definitions = {
    SURVEY_COMMITTED: "generated",
    // The copy in the generated folder: the npm package is not looked at.
    GenBindings_DIR: join(generated, "cmake"),
  };
  const failures = await stepwise([["generate", () => commit(setting, survey)]]);
  if (failures.length > 0) return failures;
  const committed = new Set(filesUnder(survey.source));
  const problems = await stepwise([
    ["configure", () => survey.configure(definitions)],
    ["build", () => survey.make()],
  ]);
  if (problems.length > 0) return problems;
  const added = filesUnder(survey.source).filter((file) => !committed.has(file));
  return [
    ...added.map((file) => `${file} was put among the sources`),
    ...(await imported(setting, survey, join(survey.build, "python"))),
  ];
}

async function stale(setting) {
  const survey = project(setting, "stale");
  const spec = join(survey.source, "bindings", "survey_paths.spec.json");
  const committed = () =>
    runProgram(join(setting.cmake, "..", "ctest"), ["--output-on-failure", "-R", "committed"], {
      cwd: survey.build,
      quiet: true,
    });
  const problems = await stepwise([
    ["generate", () => commit(setting, survey)],
    ["configure", () => survey.configure({ SURVEY_COMMITTED: "generated" })],
    ["test", committed],
  ]);
  if (problems.length > 0) return problems;
  writeFileSync(spec, readFileSync(spec, "utf8").replace("The last point.", "Where it ends."));
  const { ok, output } = await committed();
  return ok || !/^\+ .*"Where it ends\."/m.test(output) ? [`stale, but not told:\n${output}`] : [];
}

/** What CMake says where something is missing, each by its own words. */
async function missing(setting) {
  const old = join(setting.folder, "node18");
  mkdirSync(setting.folder, { recursive: true });
  writeFileSync(old, "#!/bin/sh\necho v18.20.0\n");
  chmodSync(old, 0o755);
  const cases = [
    {
      name: "no-node",
      definitions: { GEN_BINDINGS_NODE: join(setting.folder, "none") },
      says: "none does not run",
    },
    {
      name: "old-node",
      definitions: { GEN_BINDINGS_NODE: old },
      says: "is Node 18.20.0, and 20.19 or later is needed",
    },
    {
      name: "no-boost",
      definitions: { CMAKE_DISABLE_FIND_PACKAGE_Boost: "ON" },
      says: "GEN_BINDINGS_MISSING Boost.Python",
    },
    {
      name: "no-sources",
      definitions: { SURVEY_COMMITTED: "nowhere" },
      says: "Generate it: gen-bindings",
    },
  ];
  const problems = [];
  for (const { name, definitions, says } of cases) {
    const { ok, output } = await project(setting, name, definitions).configure();
    // CMake breaks the lines of a message.
    if (ok || !output.replace(/\s+/g, " ").includes(says))
      problems.push(`${name}: not told: ${says}\n${output}`);
  }
  return problems;
}

async function fetched(setting) {
  const small = cmakeProject({
    ...setting,
    generator: "Ninja",
    source: join(projectFolder, "tests", "cmake", "fetched"),
    build: join(setting.folder, "fetched"),
    definitions: { ...setting.definitions, PACKAGE: setting.package },
  });
  const problems = await stepwise([
    ["configure", () => small.configure()],
    ["generate", () => small.make("--target", "fetched_stubs")],
  ]);
  if (problems.length > 0) return problems;
  // A module in no package: type checkers look for its stub in a package of this name.
  const installed = join(small.build, "gen_bindings", "fetched.stubs", "fetched-stubs");
  return ["__init__.pyi", "py.typed"]
    .filter((name) => !existsSync(join(installed, name)))
    .map((name) => `${name} would not be installed in ${installed}`);
}
