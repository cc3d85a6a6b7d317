/**
 * All scenario modules, specs/example and specs/constructs in one build, by each compiler, without a
 * warning; then the tests that were generated for each: overload order, defaults, state, exceptions at run
 * time; and those that a scenario has beside its spec. The same once more with entries of our own in place of
 * Boost.Python's dispatch. Of specs/constructs the sessions are run that docs/constructs shows.
 * The library of the scenario "versions" is tried in an older version, too.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import type { Dispatch } from "../../generator/model/callable.js";
import { checkSpec } from "../../generator/pipeline.js";
import { compile } from "../../generator/toolchain/compile.js";
import { configure } from "../../generator/toolchain/configure.js";
import { type Environment, findExecutable } from "../../generator/toolchain/executable.js";
import { run } from "../../generator/toolchain/run.js";
import { findTools, type Tools } from "../../generator/toolchain/tools.js";
import { blocksOf, constructModules, constructPages } from "../constructs/pages.js";
import { customisations } from "../customisations/modules.js";
import { moduleScenarios } from "../scenarios/modules.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(project, ".cache", "compile");
const scenarios = join(project, "tests", "scenarios");
const builds = [
  { name: "g++", dispatch: "fast" },
  { name: "clang++", dispatch: "fast" },
  { name: "g++", dispatch: "boost" },
] as const;

/** Where the modules are that are dispatched so where their specs do not say it. */
function generatedBy(dispatch: Dispatch): string {
  return join(cache, dispatch === "fast" ? "generated" : `generated-${dispatch}`);
}

/** The same, for those of specs/constructs. */
function constructsBy(dispatch: Dispatch): string {
  return join(cache, dispatch === "fast" ? "constructs" : `constructs-${dispatch}`);
}

/** Where set-up has put NumPy; "" where it is Python's own. */
const numpyFolder = process.env.GEN_BINDINGS_NUMPY ?? "";

interface Compiled {
  readonly spec: string;
  readonly shards: number;
  /** Folders of templates over the own ones. */
  readonly templates?: readonly string[];
}

/** The scenario "versions" under another name, with its library as it was before: where each condition fails. */
function olderVersions(): string {
  const [from, to] = [join(scenarios, "versions"), join(cache, "versions_older")];
  const spec = JSON.parse(readFileSync(join(from, "spec.json"), "utf8"));
  const header = readFileSync(join(from, "versions.hpp"), "utf8");
  spec.module.name = "versions_older";
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, "spec.json"), JSON.stringify(spec));
  writeFileSync(join(to, "versions.hpp"), header.replace("VERSIONS_NUMBER 5", "VERSIONS_NUMBER 4"));
  return join(to, "spec.json");
}

/** By module, of those with tests of their own. */
const specs = new Map<string, Compiled>([
  ...moduleScenarios().map(({ name, spec, shards }) => [name, { spec, shards }] as const),
  ["versions_older", { spec: olderVersions(), shards: 3 }],
  ["example", { spec: join(project, "specs", "example", "example.spec.json"), shards: 1 }],
  ...customisations().map(
    ({ name, spec, templates }) => [name, { spec, shards: 1, templates: [templates] }] as const,
  ),
]);
const constructSpecs = new Map<string, Compiled>(
  constructModules().map(({ name, spec }) => [name, { spec, shards: 1 }]),
);

beforeAll(async () => {
  for (const dispatch of ["boost", "fast"] as const) {
    await generateAll(specs, generatedBy(dispatch), dispatch);
    await generateAll(constructSpecs, constructsBy(dispatch), dispatch);
  }
});

async function generateAll(all: typeof specs, folder: string, dispatch: Dispatch): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => !all.has(name))) {
    rmSync(join(folder, old), { recursive: true });
  }
  const complaints: string[] = [];
  const printError = (line: string) => complaints.push(line);
  const terminal = { print: () => {}, printError, isInteractive: false };
  for (const [module, { spec, ...given }] of all) {
    const layout = { ...given, dispatch };
    const options = { specs: [spec], output: join(folder, module), force: true, ...layout };
    const status = await generate(options, { cwd: project, environment: {}, terminal });
    expect(status, complaints.join("\n")).toBe(0);
  }
}

/** Milliseconds: two busy cores and an empty compiler cache take ten minutes and more. */
const COMPILING = 2_400_000;

describe.each(builds)("$name, dispatch $dispatch", ({ name, dispatch }) => {
  const compiler = findExecutable([name], process.env);
  const generated = generatedBy(dispatch);
  const buildFolder = join(cache, dispatch === "fast" ? name : `${name}-${dispatch}`);
  const tools = lookedUp({ ...process.env, CXX: compiler });

  test("compiles every module without a warning", { timeout: COMPILING }, async (context) => {
    if (compiler === undefined) return context.skip(`${name} is not installed`);
    const sourceFolder = join(project, "tests", "compile");
    const build = { tools: await tools(), sourceFolder, buildFolder };
    const configured = await configure({
      ...build,
      definitions: { GENERATED: generated, CONSTRUCTS: constructsBy(dispatch) },
    });
    expect(configured.diagnostics, configured.value?.output).toEqual([]);
    const compiled = await compile(build);
    expect(compiled.diagnostics, compiled.value?.output).toEqual([]);
  });

  test.for([...specs.keys()])("%s passes its own tests", async (module, context) => {
    if (compiler === undefined) return context.skip(`${name} is not installed`);
    const missing = usesNumpy(specs.get(module)?.spec) ? await missingOfNumpy(module) : undefined;
    if (missing !== undefined) return context.skip(missing);
    const folder = join(generated, module, "tests");
    const built = join(buildFolder, module);
    const imported = importedBy(specs.get(module)?.spec, buildFolder);
    const further = join(scenarios, module, "test_further.py");
    for (const [file, path] of [
      ["test_examples.py", built],
      ["test_gil_policies.py", join(built, "probe")],
      ...(existsSync(further) ? [[further, built] as const] : []),
    ] as const) {
      await succeeds(["-m", "pytest", "-q", "-p", "no:cacheprovider", file], folder, [
        path,
        ...imported,
      ]);
    }
  });

  test.for(constructPages())("the sessions of %s", async (page, context) => {
    if (compiler === undefined) return context.skip(`${name} is not installed`);
    const shown = new Set(blocksOf(page).map((each) => each.module));
    const needy = [...shown].find((module) => usesNumpy(constructSpecs.get(module)?.spec));
    const missing = needy === undefined ? undefined : await missingOfNumpy(needy);
    if (missing !== undefined) return context.skip(missing);
    const script = join(project, "tests", "constructs", "run_sessions.py");
    const paths = [...shown].flatMap((module) => [
      join(buildFolder, module),
      ...importedBy(constructSpecs.get(module)?.spec, buildFolder),
    ]);
    // What Boost.Python dispatches has its signatures in docstrings and errors.
    const texts = dispatch === "fast" ? [] : ["--without-signatures"];
    await succeeds([script, ...texts, page], project, paths);
  });

  /** Why a module that uses NumPy can't be tried; undefined where it can. */
  async function missingOfNumpy(module: string): Promise<string | undefined> {
    if (!existsSync(join(buildFolder, module))) {
      return "Boost.Python's library for NumPy is missing (Debian: apt install libboost-numpy-dev)";
    }
    const { exitCode } = await runPython(["-c", "import numpy"], project, []);
    return exitCode === 0
      ? undefined
      : "the Python of the tests has no NumPy: npm test installs it";
  }

  async function succeeds(
    args: readonly string[],
    cwd: string,
    paths: readonly string[],
  ): Promise<void> {
    const { exitCode, output } = await runPython(args, cwd, paths);
    expect(exitCode, output).toBe(0);
  }

  async function runPython(args: readonly string[], cwd: string, paths: readonly string[]) {
    const { python, environment } = await tools();
    const PYTHONPATH = [...paths, numpyFolder].filter((each) => each !== "").join(delimiter);
    return run(python.executable, args, {
      cwd,
      environment: { ...environment, PYTHONPATH, PYTHONDONTWRITEBYTECODE: "1" },
    });
  }
});

/** Where the modules are that another one imports. */
function importedBy(spec: string | undefined, buildFolder: string): readonly string[] {
  const { value } = checkSpec(spec ?? "");
  const names = value?.module.imports.flatMap((each) => each.module ?? []) ?? [];
  return names.map((name) => join(buildFolder, name));
}

function usesNumpy(spec: string | undefined): boolean {
  return spec !== undefined && JSON.parse(readFileSync(spec, "utf8")).module.numpy === true;
}

/** The tools of an environment, looked up when they are first needed. */
function lookedUp(environment: Environment): () => Promise<Tools> {
  let found: Promise<Tools> | undefined;
  const find = async () => {
    const { value, diagnostics } = await findTools({ environment, cwd: project });
    if (value === undefined) throw new Error(diagnostics.map((each) => each.message).join("\n"));
    return value;
  };
  return () => {
    found ??= find();
    return found;
  };
}
