/** A CMake project with tests of its own, as a suite: each test that CTest knows counts as one. */
import { dirname, join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";
import { judged, nothing } from "./result.mjs";

/**
 * Configures and builds the project in .cache, and runs CTest.
 *
 * @param {string} source The project's folder, from the root of this project.
 * @param {readonly string[]} targets What to build.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {{ otherPython?: object, definitions?: Record<string, string>, buildName?: string }} options
 *   otherPython: what inspectPython says of one to build for with the same CMake and compiler;
 *   buildName: of the folder in .cache.
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runCtest(source, targets, { python, environment }, options = {}) {
  const { otherPython, definitions, buildName = source.replaceAll("/", "-") } = options;
  const { configure } = await import("../../dist/toolchain/configure.js");
  const { compile } = await import("../../dist/toolchain/compile.js");
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const search = { requested: python, environment, cwd: projectFolder };
  const { value: found, diagnostics } = await findTools(search);
  if (found === undefined) return stopped(diagnostics);
  const tools = { ...found, python: otherPython ?? found.python };

  const sourceFolder = join(projectFolder, source);
  const buildFolder = join(projectFolder, ".cache", buildName);
  for (const step of [configure, compile]) {
    const { value, diagnostics } = await step({
      tools,
      sourceFolder,
      buildFolder,
      targets,
      definitions,
    });
    if (diagnostics.length > 0) return stopped(diagnostics, value?.output);
  }
  const ctest = join(dirname(tools.cmake.path), "ctest");
  const { ok, output } = await runProgram(
    ctest,
    ["--test-dir", buildFolder, "--verbose", "--no-tests=error"],
    { environment, quiet: true },
  );
  const counted = judged(countCtest(output), ok);
  console.log(counted.failed > 0 ? output : output.match(resultLine).join("\n"));
  return counted;
}

function stopped(diagnostics, output = "") {
  console.log([output, ...diagnostics.map((each) => `${each.message}: ${each.reason}`)].join("\n"));
  return { ...nothing, failed: 1 };
}

/** CTest's line for a test: ` 2/14 Test  #2: gil ......***Failed    0.41 sec`. */
const resultLine =
  /^ *\d+\/\d+ Test +#(?<number>\d+): (?<test>.+?) \.*\s*(?<state>Passed|\*\*\*[A-Za-z ]+?) .*$/gm;
/** In what test 2 prints: pytest's `2: 40 passed, 1 skipped in 0.5s`, unittest's `2: OK (skipped=1)`. */
const skipLine = /^(?<number>\d+): .*?(?:\b\d+ skipped\b|\bskipped=\d+).*$/gm;

/**
 * Counts what CTest, told to be verbose, printed.
 *
 * @returns {import("./result.mjs").Result}
 * @public Its test hands it what CTest prints.
 */
export function countCtest(output) {
  const tests = [...output.matchAll(resultLine)].map((match) => match.groups);
  const passed = tests.filter(({ state }) => state === "Passed").length;
  const skipped = tests.filter(({ state }) => state === "***Skipped");
  const names = new Map(tests.map(({ number, test }) => [number, test]));
  return {
    passed,
    failed: tests.length - passed - skipped.length,
    skips: [
      ...skipped.map(({ test }) => ({ test, reason: "CTest says that it was skipped" })),
      ...[...output.matchAll(skipLine)].map(({ 0: line, groups }) => ({
        test: names.get(groups.number) ?? `test ${groups.number}`,
        reason: line.replace(/^\d+: /, ""),
      })),
    ],
  };
}
