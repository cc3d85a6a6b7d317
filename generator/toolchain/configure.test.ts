/** Tests of configuring, with the real CMake and projects that need no compiler. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Configuration, configure } from "./configure.js";
import { findTools, type Tools } from "./tools.js";

let tools: Tools;
let folder = "";

beforeAll(async () => {
  const { value } = await findTools({ environment: process.env, cwd: tmpdir() });
  if (value === undefined) throw new Error("these tests need Python, CMake and a compiler");
  tools = value;
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gen-bindings-configure-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function project(...commands: readonly string[]): Configuration {
  const first = ["cmake_minimum_required(VERSION 3.20)", "project(sample LANGUAGES NONE)"];
  const sourceFolder = join(folder, "source");
  mkdirSync(sourceFolder, { recursive: true });
  writeFileSync(join(sourceFolder, "CMakeLists.txt"), [...first, ...commands, ""].join("\n"));
  return { tools, sourceFolder, buildFolder: join(folder, "build") };
}

const withPython = (changes: Partial<Tools["python"]>): Tools => ({
  ...tools,
  python: { ...tools.python, ...changes },
});

test("the project is told the Python, the wheel's prefix and the definitions", async () => {
  const show = ["Python3_EXECUTABLE", "CMAKE_PREFIX_PATH", "PROBE"].map(
    (name) => `message(STATUS "${name} is \${${name}}")`,
  );
  const lines: string[] = [];
  const { value, diagnostics } = await configure({
    ...project(...show),
    tools: withPython({ cmeelPrefix: "/some/cmeel.prefix" }),
    definitions: { PROBE: "ON" },
    onLine: (line) => lines.push(line),
  });
  expect(diagnostics).toEqual([]);
  expect(value?.output.split("\n")).toEqual(lines);
  expect(lines).toContain(`-- Python3_EXECUTABLE is ${tools.python.executable}`);
  expect(lines).toContain("-- CMAKE_PREFIX_PATH is /some/cmeel.prefix");
  expect(lines).toContain("-- PROBE is ON");
});

test("the cache is kept while nothing changes, and dropped when the tools do", async () => {
  const configuration = project('message(STATUS "kept: ${KEPT}")');
  const cache = join(configuration.buildFolder, "CMakeCache.txt");
  const otherCompiler = { path: "/usr/bin/c++", requested: "c++ -m64" };
  await configure(configuration);
  for (const other of [withPython({ version: "3.99.0" }), { ...tools, compiler: otherCompiler }]) {
    appendFileSync(cache, "KEPT:STRING=yes\n");
    const again = await configure(configuration);
    expect(again.value).toMatchObject({ startedAfresh: false });
    expect(again.value?.output).toContain("kept: yes");

    const afresh = await configure({ ...configuration, tools: other });
    expect(afresh.diagnostics).toEqual([]);
    expect(afresh.value).toMatchObject({ startedAfresh: true });
    expect(afresh.value?.output).not.toContain("kept: yes");
    await configure(configuration);
  }
});

test("another generator is no obstacle", async () => {
  const configuration = project();
  const make = { path: "/usr/bin/make", generator: "Unix Makefiles" } as const;
  const ninja = { path: "/usr/bin/ninja", generator: "Ninja" } as const;
  for (const buildTool of [make, ninja, make]) {
    const { diagnostics } = await configure({ ...configuration, tools: { ...tools, buildTool } });
    expect(diagnostics).toEqual([]);
  }
  expect(existsSync(join(configuration.buildFolder, "Makefile"))).toBe(true);
});

test("a folder that somebody else configured is configured anew", async () => {
  const configuration = project();
  mkdirSync(configuration.buildFolder);
  writeFileSync(
    join(configuration.buildFolder, "CMakeCache.txt"),
    "CMAKE_GENERATOR:INTERNAL=Unix Makefiles\nCMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\n",
  );
  const { value, diagnostics } = await configure(configuration);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ startedAfresh: true });
});

test("a missing Boost.Python is recognised by the mark of the emitted project", async () => {
  const { value, diagnostics } = await configure(
    project('message(FATAL_ERROR "GEN_BINDINGS_MISSING Boost.Python: no Boost::python311")'),
  );
  expect(value?.output).toContain("no Boost::python311");
  expect(diagnostics).toMatchObject([
    {
      code: "GB0208",
      message: `Boost.Python for Python ${tools.python.version} was not found`,
      hint: expect.stringMatching(
        /libboost-python-dev.*pip install cmeel-boost cmake ninja pytest/,
      ),
    },
  ]);
});

test("missing Python headers are said before CMake runs, and when CMake finds them missing", async () => {
  const configuration = project('message(FATAL_ERROR "GEN_BINDINGS_MISSING Python")');
  const before = await configure({ ...configuration, tools: withPython({ hasHeaders: false }) });
  expect(before.value).toBeUndefined();
  expect(before.diagnostics).toMatchObject([{ code: "GB0204" }]);
  const after = await configure(configuration);
  expect(after.diagnostics).toMatchObject([{ code: "GB0204" }]);
});

test("any other error is CMake's own first message", async () => {
  const long = "a first error that is long enough for CMake to break its line, twice".repeat(2);
  const { diagnostics } = await configure(
    project(`message(SEND_ERROR "${long}")`, 'message(FATAL_ERROR "the second")'),
  );
  expect(diagnostics).toMatchObject([
    { code: "GB0210", reason: `CMake Error at CMakeLists.txt:3 (message): ${long}` },
  ]);
});

test("a configuration that failed is not taken for a good one", async () => {
  const configuration = project('message(FATAL_ERROR "no")');
  await configure(configuration);
  const second = await configure(project());
  expect(second.diagnostics).toEqual([]);
  expect(second.value).toMatchObject({ startedAfresh: true });
});
