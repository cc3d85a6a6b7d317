/** A CMake project with tests of its own, as a suite: each test that CTest knows counts as one. */
import { dirname, join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { judged, nothing } from "./result.mjs";

/**
 * Configures and builds the project in .cache, and runs CTest.
 *
 * @param {string} source The project's folder, from the root of this project.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runCtest(source, { python, environment }) {
  const { configure } = await import("../../dist/toolchain/configure.js");
  const { compile } = await import("../../dist/toolchain/compile.js");
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const search = { requested: python, environment, cwd: projectFolder };
  const { value: tools, diagnostics } = await findTools(search);
  if (tools === undefined) return stopped(diagnostics);

  const sourceFolder = join(projectFolder, source);
  const buildFolder = join(projectFolder, ".cache", source.replaceAll("/", "-"));
  for (const step of [configure, compile]) {
    const { value, diagnostics } = await step({ tools, sourceFolder, buildFolder });
    if (diagnostics.length > 0) return stopped(diagnostics, value?.output);
  }
  const ctest = join(dirname(tools.cmake.path), "ctest");
  const { ok, output } = await runProgram(
    ctest,
    ["--test-dir", buildFolder, "--output-on-failure", "--no-tests=error"],
    { environment, quiet: true },
  );
  console.log(output.trimEnd());
  return judged(count(output), ok);
}

function stopped(diagnostics, output = "") {
  console.log([output, ...diagnostics.map((each) => `${each.message}: ${each.reason}`)].join("\n"));
  return { ...nothing, failed: 1 };
}

/** CTest's line for a test: ` 2/14 Test  #2: gil ......***Failed    0.41 sec`. */
const line = /^\s*\d+\/\d+ Test\s+#\d+: (?<test>.+?) \.*\s*(?<state>Passed|\*\*\*[A-Za-z ]+?)\s/gm;

function count(output) {
  const tests = [...output.matchAll(line)].map((match) => match.groups);
  const skipped = tests.filter(({ state }) => state === "***Skipped");
  const passed = tests.filter(({ state }) => state === "Passed").length;
  return {
    passed,
    failed: tests.length - passed - skipped.length,
    skips: skipped.map(({ test }) => ({ test, reason: "CTest says that it was skipped" })),
  };
}
