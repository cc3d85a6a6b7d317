/** What the conformance suite came to, in print. */
import { readDocstrings, upstreamFailures } from "../../conformance/pairs.mjs";

/**
 * Whether a pair came out as it does under upstream's bindings: it passes, or as many of its examples
 * fail as there. With dispatch fast those may fail besides that read Boost.Python's own docstrings.
 */
export function conforms({ pair, ours, upstream }) {
  if (upstream.passed) {
    const passed = ours.passed || failsInDocstringsAlone(pair, ours);
    return passed && ours.examples === upstream.examples;
  }
  return ours.passed || (isSame("stage") && isSame("examples") && isSame("failures"));

  function isSame(property) {
    return ours[property] === upstream[property] && upstream.stage === "run";
  }
}

function failsInDocstringsAlone({ name }, { dispatch, stage, failed }) {
  if (dispatch !== "fast" || stage !== "run" || !readDocstrings.includes(name)) return false;
  return failed.length > 0 && failed.every((source) => /__doc__|selected_doc\(/.test(source));
}

/** @returns {readonly string[]} Why each pair that fails and conforms does not fail: a line for each. */
export function exceptedLines(rows) {
  return rows
    .filter(({ pair, ours }) => failsInDocstringsAlone(pair, ours))
    .map(
      ({ pair, ours }) =>
        `excepted: ${pair.name}: ${ours.failures} of its ${ours.examples} examples read Boost.Python's own docstrings`,
    );
}

/** @returns {readonly string[]} A line for each pair. */
export function tableLines(rows) {
  const width = Math.max(...rows.map(({ pair }) => pair.name.length));
  return [
    `${"pair".padEnd(width)}  ${"generated".padEnd(22)}  upstream`,
    ...rows.map(
      (row) =>
        `${row.pair.name.padEnd(width)}  ${outcome(row.ours).padEnd(22)}  ${outcome(row.upstream)}` +
        (conforms(row) ? "" : "  <<"),
    ),
  ];
}

function outcome({ passed, stage, examples, failures }) {
  if (passed) return examples === 0 ? "passed" : `passed, ${examples} examples`;
  if (stage !== "run") return `failed: ${stage}`;
  return examples === 0 ? "failed" : `failed, ${failures} of ${examples}`;
}

/** The first lines of why each pair that differs does. */
export function differenceLines(rows, most = 30) {
  return rows
    .filter((row) => !conforms(row))
    .flatMap(({ pair, ours }) => [
      "",
      `${pair.name}: ${outcome(ours)}`,
      ...ours.said.trim().split("\n").slice(0, most),
    ]);
}

/** Why each pair fails that fails with upstream's bindings too: a line for each. */
export function upstreamFailureLines(rows) {
  return rows
    .filter(({ upstream }) => !upstream.passed)
    .map(({ pair, ours }) => {
      const also = ours.passed ? "with upstream's bindings alone" : "with both bindings";
      return `fails ${also}: ${pair.name}: ${upstreamFailures[pair.name] ?? "nobody knows why"}`;
    });
}

/** How many of those have no reason in conformance/pairs.mjs. */
export function unexplained(rows) {
  return rows.filter(({ pair, upstream }) => !upstream.passed && !(pair.name in upstreamFailures))
    .length;
}
