/**
 * A vitest reporter that writes down the counts, to the file GEN_BINDINGS_VITEST_COUNTS names.
 * Vitest's own JSON reporter does not tell why a test was skipped.
 */
import { writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** Vitest makes one of these for a run. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class Counts {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: 0, failures: [], skips: [] };
    fail(counts, "outside of the tests", unhandledErrors);
    for (const module of modules) {
      // A file that can't be loaded has no tests that could fail.
      fail(counts, module.moduleId, module.errors());
      for (const suite of module.children.allSuites()) fail(counts, suite.fullName, suite.errors());
      for (const test of module.children.allTests()) count(test, counts);
    }
    writeFileSync(process.env.GEN_BINDINGS_VITEST_COUNTS, JSON.stringify(counts));
  }
}

function count(test, counts) {
  const { state, note, errors } = test.result();
  if (state === "passed") counts.passed += 1;
  else if (state === "skipped") {
    counts.skips.push({ test: test.fullName, reason: note ?? "no reason given" });
  } else fail(counts, test.fullName, [errors?.[0] ?? { message: state }]);
}

/** Each error counts: they are of one place, but of different mistakes. */
function fail(counts, place, errors) {
  counts.failed += errors.length;
  counts.failures.push(
    ...errors.map(({ message }) => `${place}: ${stripVTControlCharacters(message)}`),
  );
}
