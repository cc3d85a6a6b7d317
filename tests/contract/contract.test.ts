/** The seed's module in contract mode: ten thousand calls from eight threads break no promise. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import { compile } from "../../generator/toolchain/compile.js";
import { configure } from "../../generator/toolchain/configure.js";
import { run } from "../../generator/toolchain/run.js";
import { findTools } from "../../generator/toolchain/tools.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const sourceFolder = join(project, ".cache", "contract", "example");
const buildFolder = join(sourceFolder, "build");

async function tools() {
  const { value, diagnostics } = await findTools({ environment: process.env, cwd: project });
  if (value === undefined) throw new Error(diagnostics.map((each) => each.message).join("\n"));
  return value;
}

beforeAll(async () => {
  const terminal = { print: () => {}, printError: () => {}, isInteractive: false };
  const specs = [join(project, "specs", "example", "example.spec.json")];
  const options = { specs, output: sourceFolder, force: true };
  expect(await generate(options, { cwd: project, environment: {}, terminal })).toBe(0);
  const build = { tools: await tools(), sourceFolder, buildFolder };
  const definitions = { example_GIL_CONTRACT: "ON", example_TESTS: "OFF" };
  const configured = await configure({ ...build, definitions });
  expect(configured.diagnostics, configured.value?.output).toEqual([]);
  const compiled = await compile(build);
  expect(compiled.diagnostics, compiled.value?.output).toEqual([]);
});

async function python(...args: string[]) {
  const { python: found, environment } = await tools();
  return run(found.executable, args, {
    cwd: join(project, "tests", "contract"),
    environment: { ...environment, PYTHONPATH: buildFolder, PYTHONDONTWRITEBYTECODE: "1" },
  });
}

test("eight threads call each variant ten thousand times", async () => {
  const { exitCode, output } = await python("eight_threads.py", "10000");
  expect(output.trimEnd().split("\n").at(-1)).toBe("calls: 40000, callbacks: 40000");
  expect(exitCode).toBe(0);
});

test("the build asserts its contract", async () => {
  const module = readFileSync(join(buildFolder, await moduleFile()));
  expect(module.includes("GIL contract broken")).toBe(true);
});

async function moduleFile(): Promise<string> {
  const { output } = await python(
    "-c",
    "import example, os; print(os.path.basename(example.__file__))",
  );
  return output.trim();
}
