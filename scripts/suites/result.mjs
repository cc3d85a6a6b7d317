/** What a suite came to. A suite that crashed, or in which nothing ran, has failed. */

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} [failures] Which failed and with what message, where the suite can
 *   tell: a line each, told again at the very end, as a log may be cut at its beginning.
 * @property {readonly { test: string, reason: string }[]} skips
 */

/** @type {Result} */
export const nothing = { passed: 0, failed: 0, skips: [] };

/** @returns {Result} The sum of several. */
export function total(results) {
  return results.reduce(
    (sum, each) => ({
      ...failuresOf([...(sum.failures ?? []), ...(each.failures ?? [])]),
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skips: [...sum.skips, ...each.skips],
    }),
    nothing,
  );
}

/**
 * @param {readonly string[]} failures
 * @returns {{ failures?: readonly string[] }} The part of a Result that names them, each as one line.
 */
export function failuresOf(failures) {
  if (failures.length === 0) return {};
  return { failures: failures.map((text) => text.replace(/\s+/g, " ").slice(0, 400)) };
}

/**
 * Judges the counts together with how the runner ended: a runner that failed without naming a
 * failed test, and one that ran no test, count as one failure.
 *
 * @param {Result} counted
 * @param {boolean} ok Whether the runner ended well.
 * @returns {Result}
 */
export function judged(counted, ok) {
  const ran = counted.passed + counted.failed + counted.skips.length > 0;
  return (ok && ran) || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

/**
 * The closing lines: each skip with its reason, each failure that has a name, then the counts.
 *
 * Under CI (the environment variable CI) a skipped test counts as failed, unless
 * GEN_BINDINGS_ALLOW_SKIPS=1.
 *
 * @param {Result} result
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ lines: readonly string[], ok: boolean }}
 */
export function summary({ passed, failed, failures = [], skips }, environment) {
  const allowed = !environment.CI || environment.GEN_BINDINGS_ALLOW_SKIPS === "1";
  const allFailed = failed + (allowed ? 0 : skips.length);
  return {
    lines: [
      ...skips.map(({ test, reason }) => `skipped: ${test}: ${reason}`),
      ...failures.map((failure) => `failed: ${failure}`),
      ...(allowed || skips.length === 0 ? [] : ["CI is set: each skip counts as a failure"]),
      `${passed} passed, ${allFailed} failed`,
    ],
    ok: allFailed === 0,
  };
}
