/** Running pytest on what was built. */
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import type { Environment } from "./executable.js";
import type { Python } from "./python.js";
import { run } from "./run.js";
import { undefinedSymbolIn } from "./undefined-symbol.js";

export interface TestRun {
  readonly python: Python;
  /** Where pytest runs, absolute. */
  readonly folder: string;
  /** Arguments for pytest: the tests, and its own options. */
  readonly args?: readonly string[] | undefined;
  /** The environment; the caller puts the folder of the built module on its PYTHONPATH. */
  readonly environment: Environment;
  /** The modules that the tested one imports. */
  readonly imported?: readonly string[] | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface Tested {
  /** All that pytest printed. */
  readonly output: string;
}

/**
 * Runs `python -m pytest`.
 *
 * @returns What pytest printed, where it ran. GB0209: it is not installed; GB0212: tests failed;
 *   GB0213: it ended before it could judge; GB0214: the module names a C++ symbol nobody defines;
 *   GB0215: a module that it imports is not there.
 */
export async function runTests(testRun: TestRun): Promise<Outcome<Tested>> {
  const { python, folder, args = [], environment, imported = [], onLine } = testRun;
  if (!python.hasPytest) {
    return { diagnostics: [diagnose("GB0209", { path: python.executable })] };
  }
  const { exitCode, output } = await run(python.executable, ["-m", "pytest", ...args], {
    cwd: folder,
    environment,
    onLine,
  });
  const value: Tested = { output };
  if (exitCode === 0) return { value, diagnostics: [] };
  const [, missing = ""] =
    /^E\s+ModuleNotFoundError: No module named '([^']+)'/m.exec(output) ?? [];
  if (imported.some((each) => each === missing || each.startsWith(`${missing}.`))) {
    return { value, diagnostics: [diagnose("GB0215", { name: missing })] };
  }
  const symbol = await undefinedSymbolIn(output, { environment, cwd: folder });
  if (symbol !== undefined) return { value, diagnostics: [diagnose("GB0214", { symbol })] };
  return { value, diagnostics: [explain(exitCode)] };
}

/** What pytest's exit status means, as its documentation has it ("Exit codes"). */
function explain(exitCode: number | undefined): Diagnostic {
  if (exitCode === 1) return diagnose("GB0212", {});
  const meanings: Readonly<Record<number, string>> = {
    2: "a test file could not be loaded, or the run was interrupted",
    3: "pytest itself failed",
    4: "pytest was called in a way it does not know",
    5: "there was no test to run",
  };
  const why =
    exitCode === undefined
      ? "a signal ended it: the module crashed, or it was killed"
      : (meanings[exitCode] ?? `its exit status is ${exitCode}`);
  return diagnose("GB0213", { why });
}
