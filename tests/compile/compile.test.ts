/**
 * All scenario modules and specs/example in one build, by each compiler, without a warning; then
 * the tests that were generated for each: overload order, defaults, state, exceptions at run time.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import { compile } from "../../generator/toolchain/compile.js";
import { configure } from "../../generator/toolchain/configure.js";
import { type Environment, findExecutable } from "../../generator/toolchain/executable.js";
import { run } from "../../generator/toolchain/run.js";
import { findTools, type Tools } from "../../generator/toolchain/tools.js";
import { moduleScenarios } from "../scenarios/modules.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(project, ".cache", "compile");
const generated = join(cache, "generated");
const compilers = ["g++", "clang++"];

const { python: testPython } = await lookedUp(process.env)();
const asked = await run(testPython.executable, ["-c", "import numpy"], {
  cwd: project,
  environment: process.env,
});
const hasNumpy = asked.exitCode === 0;

/** Spec by module. */
const specs = new Map([
  ...moduleScenarios().map(({ name, spec }) => [name, spec] as const),
  ["example", join(project, "specs", "example", "example.spec.json")],
]);

/**
 * CMakeLists.txt leaves out what needs NumPy where that is not there: then there is nothing to test, and
 * no test that could pass. Boost.Python's own suite tries NumPy in an environment that has it.
 */
const tested = [...specs.keys()].filter((name) => name !== "numpy_arrays" || hasNumpy);
if (!hasNumpy) console.log("left out: numpy_arrays: the tests' Python has no NumPy");

beforeAll(async () => {
  mkdirSync(generated, { recursive: true });
  for (const old of readdirSync(generated).filter((name) => !specs.has(name))) {
    rmSync(join(generated, old), { recursive: true });
  }
  const complaints: string[] = [];
  const printError = (line: string) => complaints.push(line);
  const terminal = { print: () => {}, printError, isInteractive: false };
  for (const [module, spec] of specs) {
    const options = { specs: [spec], output: join(generated, module), force: true };
    const status = await generate(options, { cwd: project, environment: {}, terminal });
    expect(status, complaints.join("\n")).toBe(0);
  }
});

describe.each(compilers)("%s", (name) => {
  const compiler = findExecutable([name], process.env);
  const buildFolder = join(cache, name);
  const tools = lookedUp({ ...process.env, CXX: compiler });

  test("compiles every module without a warning", async (context) => {
    if (compiler === undefined) return context.skip(`${name} is not installed`);
    const sourceFolder = join(project, "tests", "compile");
    const build = { tools: await tools(), sourceFolder, buildFolder };
    const configured = await configure({ ...build, definitions: { GENERATED: generated } });
    expect(configured.diagnostics, configured.value?.output).toEqual([]);
    const compiled = await compile(build);
    expect(compiled.diagnostics, compiled.value?.output).toEqual([]);
  });

  test.for(tested)("%s passes its own tests", async (module, context) => {
    if (compiler === undefined) return context.skip(`${name} is not installed`);
    const { python, environment } = await tools();
    const folder = join(generated, module, "tests");
    const built = join(buildFolder, module);
    for (const [file, path] of [
      ["test_examples.py", built],
      ["test_gil_policies.py", join(built, "probe")],
    ] as const) {
      const args = ["-m", "pytest", "-q", "-p", "no:cacheprovider", file];
      const { exitCode, output } = await run(python.executable, args, {
        cwd: folder,
        environment: { ...environment, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: "1" },
      });
      expect(exitCode, output).toBe(0);
    }
  });
});

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
