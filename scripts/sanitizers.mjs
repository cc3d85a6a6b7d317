/**
 * The runtime headers and the GIL incidents under AddressSanitizer and UndefinedBehaviorSanitizer.
 *
 *   npm run test:sanitizers
 *
 * First the faults of tests/sanitizers, which must be found. Each figure counts the sanitizers' reports,
 * or tests; exit status 1 where one falls short.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { figure, figureAtLeast } from "./figure.mjs";
import { projectFolder, runProgram, runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";
import { buildProject } from "./suites/cmake-project.mjs";
import { countCtest } from "./suites/ctest.mjs";
import { buildGilIncidents, pytestOf } from "./suites/gil-incidents.mjs";
import { countPytest } from "./suites/pytest.mjs";
import { judged, nothing } from "./suites/result.mjs";

/** What a report says, by the fault of tests/sanitizers. */
const faults = {
  use_after_free: "AddressSanitizer: heap-use-after-free",
  signed_overflow: "AddressSanitizer: ILL",
};

await runScript(async () => {
  const { python } = await setUp();
  // Only g++ is asked where its libraries are.
  const context = { python, environment: { ...process.env, CXX: "g++" } };
  const held = [
    faultsFound(await sanitized("tests/sanitizers", context)),
    ...clean("tests/runtime", await sanitized("tests/runtime", context)),
    ...clean("tests/gil", await sanitizedIncidents(context)),
  ];
  return held.every(Boolean);
});

/**
 * Builds a project with the sanitizers, and runs its tests under them.
 *
 * @returns {Promise<{ result: import("./suites/result.mjs").Result, reports: readonly string[] }>}
 */
async function sanitized(source, context) {
  const { built, output: failure } = await buildProject(source, ["all"], context, {
    buildName: buildNameOf(source),
    definitions: { GEN_BINDINGS_SANITIZE: "ON" },
  });
  if (built === undefined) return notBuilt(failure);
  const { buildFolder, tools } = built;
  const ctest = join(dirname(tools.cmake.path), "ctest");
  return underSanitizers(buildFolder, async (sanitizer) => {
    const { ok, output } = await runProgram(
      sanitizer,
      [ctest, "--test-dir", buildFolder, "--verbose", "--no-tests=error"],
      { environment: context.environment, quiet: true },
    );
    const result = judged(countCtest(output), ok);
    if (result.failed > 0) console.log(output);
    return result;
  });
}

/** The incidents with our bindings; the naive ones are meant to crash. */
async function sanitizedIncidents(context) {
  const { buildFolder, output } = await buildGilIncidents(context, {
    dispatch: "boost",
    buildName: buildNameOf("tests/gil"),
    definitions: {
      CMAKE_PROJECT_gen_bindings_gil_incidents_INCLUDE: join(
        projectFolder,
        ...["tests", "runtime", "sanitize.cmake"],
      ),
    },
  });
  if (buildFolder === undefined) return notBuilt(output);
  const [command, environment] = pytestOf(buildFolder, context);
  return underSanitizers(buildFolder, (sanitizer) =>
    countPytest([sanitizer, ...command, "-k", "ours"], environment, { quiet: true }),
  );
}

/** Runs tests by the program that sanitize.cmake makes, and reads the reports. */
async function underSanitizers(buildFolder, run) {
  const reportsFolder = join(buildFolder, "reports");
  rmSync(reportsFolder, { recursive: true, force: true });
  const result = await run(join(buildFolder, "sanitized"));
  const reports = readdirSync(reportsFolder).map((name) =>
    readFileSync(join(reportsFolder, name), "utf8"),
  );
  return { result, reports };
}

function notBuilt(output) {
  console.log(output);
  return { result: { ...nothing, failed: 1 }, reports: [] };
}

function buildNameOf(source) {
  return `sanitized-${source.replaceAll("/", "-")}`;
}

function faultsFound({ reports }) {
  const found = Object.values(faults).filter((text) => reports.some((each) => each.includes(text)));
  const all = Object.keys(faults).length;
  return figureAtLeast("sanitizers, faults found that were put there", found.length, all);
}

function clean(source, { result, reports }) {
  for (const report of reports) console.log(report);
  return [
    figureAtLeast(`sanitizers, tests of ${source} passed`, result.passed, 1),
    figure(`sanitizers, tests of ${source} failed`, result.failed, 0),
    figure(`sanitizers, reports on ${source}`, reports.length, 0),
  ];
}
