/** A CMake project with tests of its own, as a suite: each test that CTest knows counts as one. */
import { dirname, join } from "node:path";
import { runProgram } from "../program.mjs";
import { buildProject } from "./cmake-project.mjs";
import { failuresOf, judged, nothing } from "./result.mjs";

/**
 * Configures and builds the project in .cache, and runs CTest.
 *
 * @param {string} source The project's folder, from the root of this project.
 * @param {readonly string[]} targets What to build.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {{ otherPython?: object, definitions?: Record<string, string>, buildName?: string, print?: (text: string) => void }} options
 *   As those of buildProject; print: takes what is worth to be seen.
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runCtest(source, targets, context, { print = console.log, ...options } = {}) {
  const { built, output: failure } = await buildProject(source, targets, context, options);
  if (built === undefined) {
    print(failure);
    return { ...nothing, failed: 1 };
  }
  const { environment } = context;
  const ctest = join(dirname(built.tools.cmake.path), "ctest");
  const { ok, output } = await runProgram(
    ctest,
    ["--test-dir", built.buildFolder, "--verbose", "--no-tests=error"],
    { environment, quiet: true },
  );
  const counted = judged(countCtest(output), ok);
  print(counted.failed > 0 ? output : output.match(resultLine).join("\n"));
  return counted;
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
  const failed = tests.filter(({ state }) => state !== "Passed" && state !== "***Skipped");
  const skipped = tests.filter(({ state }) => state === "***Skipped");
  const names = new Map(tests.map(({ number, test }) => [number, test]));
  return {
    passed,
    failed: failed.length,
    ...failuresOf(failed.map(({ test, state }) => `${test}: ${state.replace("***", "")}`)),
    skips: [
      ...skipped.map(({ test }) => ({ test, reason: "CTest says that it was skipped" })),
      ...[...output.matchAll(skipLine)].map(({ 0: line, groups }) => ({
        test: names.get(groups.number) ?? `test ${groups.number}`,
        reason: line.replace(/^\d+: /, ""),
      })),
    ],
  };
}
