/** From sources to a tested module, with the real tools: Boost.Python, Ninja and Make, pytest. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../generator/toolchain/compile.js";
import { configure } from "../../generator/toolchain/configure.js";
import { findExecutable } from "../../generator/toolchain/executable.js";
import { runTests } from "../../generator/toolchain/test-run.js";
import { findTools, type Tools } from "../../generator/toolchain/tools.js";
import { projectFolder, scratchFolder } from "./scratch.js";

async function tools(): Promise<Tools> {
  const found = await findTools({ environment: process.env, cwd: projectFolder });
  if (found.value === undefined) throw new Error(found.diagnostics[0]?.message);
  return found.value;
}

/** A module of two sources; the second may leave out what the first one calls. */
const files = (definition: string) => ({
  "CMakeLists.txt": [
    "cmake_minimum_required(VERSION 3.20)",
    "project(tiny LANGUAGES CXX)",
    "find_package(Python3 REQUIRED COMPONENTS Interpreter Development.Module)",
    "set(component python${Python3_VERSION_MAJOR}${Python3_VERSION_MINOR})",
    "find_package(Boost REQUIRED CONFIG COMPONENTS ${component})",
    "Python3_add_library(tiny MODULE WITH_SOABI module.cpp tiny.cpp)",
    "target_compile_features(tiny PRIVATE cxx_std_17)",
    "target_compile_definitions(tiny PRIVATE",
    "  BOOST_BIND_GLOBAL_PLACEHOLDERS BOOST_ALLOW_DEPRECATED_HEADERS)",
    "target_link_libraries(tiny PRIVATE Boost::${component})",
    "",
  ].join("\n"),
  "module.cpp": [
    "#include <boost/python/def.hpp>",
    "#include <boost/python/module.hpp>",
    "namespace tiny { int twice(int); }",
    'BOOST_PYTHON_MODULE(tiny) { boost::python::def("twice", tiny::twice); }',
    "",
  ].join("\n"),
  "tiny.cpp": definition,
  "tests/test_tiny.py": "import tiny\n\ndef test_twice():\n    assert tiny.twice(21) == 42\n",
});

async function testModule(found: Tools, sourceFolder: string) {
  const buildFolder = join(sourceFolder, "build");
  const configured = await configure({ tools: found, sourceFolder, buildFolder });
  expect(configured.diagnostics).toEqual([]);
  const compiled = await compile({ tools: found, buildFolder });
  expect(compiled.diagnostics).toEqual([]);
  return runTests({
    python: found.python,
    folder: join(sourceFolder, "tests"),
    args: ["-q"],
    environment: { ...process.env, PYTHONPATH: buildFolder },
  });
}

test("a module is built and tested, first with Ninja, then in the same folder with Make", async () => {
  const folder = scratchFolder(files("namespace tiny { int twice(int n) { return 2 * n; } }\n"));
  const found = await tools();
  const make = findExecutable(["make"], process.env) ?? "no make";
  const withMake: Tools = { ...found, buildTool: { path: make, generator: "Unix Makefiles" } };
  for (const each of [found, withMake]) {
    const { value, diagnostics } = await testModule(each, folder);
    expect(diagnostics).toEqual([]);
    expect(value?.output).toContain("1 passed");
  }
});

test("a wrong result is a failed test", async () => {
  const folder = scratchFolder(files("namespace tiny { int twice(int n) { return n; } }\n"));
  const { value, diagnostics } = await testModule(await tools(), folder);
  expect(diagnostics).toMatchObject([{ code: "GB0212" }]);
  expect(value?.output).toContain("assert 21 == 42");
});

test("a function that is declared and defined nowhere is named when the import fails", async () => {
  const folder = scratchFolder(files("\n"));
  const { diagnostics } = await testModule(await tools(), folder);
  expect(diagnostics).toMatchObject([
    { code: "GB0214", message: expect.stringContaining('"tiny::twice(int)" is declared') },
  ]);
});
