/**
 * A vitest reporter that writes down the counts, to the file GEN_BINDINGS_VITEST_COUNTS names.
 * Vitest's own JSON reporter does not tell why a test was skipped.
 */
import { writeFileSync } from "node:fs";

/** Vitest makes one of these for a run. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class Counts {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skips: [] };
    for (const module of modules) {
      // A file that can't be loaded has no tests that could fail.
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) count(test, counts);
    }
    writeFileSync(process.env.GEN_BINDINGS_VITEST_COUNTS, JSON.stringify(counts));
  }
}

function count(test, counts) {
  const { state, note } = test.result();
  if (state === "passed") counts.passed += 1;
  else if (state === "skipped") {
    counts.skips.push({ test: test.fullName, reason: note ?? "no reason given" });
  } else counts.failed += 1;
}
