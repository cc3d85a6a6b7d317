/** The conformance suite from end to end: fetched, built twice, run twice, compared. */
import { join } from "node:path";
import { pairs as allPairs, exceptions, leftOut, numpy2 } from "../../conformance/pairs.mjs";
import { figure, figureAtLeast } from "../figure.mjs";
import { failuresOf } from "../suites/result.mjs";
import { cacheFolder, fetchBoost } from "./boost-library.mjs";
import { comparedWithFirstRun } from "./first-run.mjs";
import { breachesOf, runGenerated } from "./generated.mjs";
import { installNumpys, preparePython } from "./python.mjs";
import {
  conforms,
  differenceLines,
  exceptedLines,
  tableLines,
  unexplained,
  upstreamFailureLines,
} from "./report.mjs";
import { runUpstream } from "./upstream.mjs";

/**
 * Fetches and installs what is not there yet.
 *
 * @param {readonly import("../../conformance/pairs.mjs").Pair[]} pairs
 * @param {{ python: string, environment: NodeJS.ProcessEnv, wheel?: { version: string, prefix: string } }} context
 *   The wheel: another Boost for this Python, to run the same tests with.
 * @returns {Promise<object>} What runConformance takes.
 */
export async function prepareConformance(pairs, { python: chosen, environment, wheel }) {
  const debian = await fetchBoost(say);
  const boost = { ...debian, ...wheel, testsOf: debian.version };
  const python =
    wheel === undefined
      ? await preparePython(debian.pythonVersion, { python: chosen, environment }, say)
      : chosen;
  const numpyOf = ({ numpy }) => (wheel === undefined ? numpy : numpy && numpy2);
  const numpyFolders = await installNumpys(pairs.map(numpyOf).filter(Boolean), python, say);
  say(`Boost ${boost.version}, tests of Boost ${boost.testsOf}`);
  const modulesOfNumpy = (pair) => (numpyOf(pair) ? [numpyFolders.get(numpyOf(pair))] : []);
  return { boost, python, environment, modulesOfNumpy };
}

/**
 * @param {readonly import("../../conformance/pairs.mjs").Pair[]} pairs
 * @param {"boost" | "fast"} dispatch Of the generated bindings, where a spec does not say it.
 * @param {object} context What prepareConformance made.
 * @returns {Promise<import("../suites/result.mjs").Result>} A test for each pair, and one for the figures.
 */
export async function runConformance(pairs, dispatch, context) {
  const started = performance.now();
  const upstream = await timed("upstream's bindings", () => runUpstream(pairs, context));
  const ours = await timed(`generated bindings, dispatch ${dispatch}`, () =>
    runGenerated(pairs, dispatch, context),
  );
  const rows = pairs.map((pair) => ({
    pair,
    ours: ours.get(pair.name),
    upstream: upstream.get(pair.name),
  }));
  for (const line of [...differenceLines(rows), "", ...tableLines(rows)]) console.log(line);
  for (const line of [...upstreamFailureLines(rows), ...exceptedLines(rows)]) console.log(line);
  for (const [name, reason] of Object.entries(leftOut)) console.log(`left out: ${name}: ${reason}`);

  const breaches = judgedBreaches(pairs);
  const figures = printFigures(rows, breaches);
  const seconds = Math.round((performance.now() - started) / 1000);
  const isWhole = pairs.length === allPairs.length;
  say(isWhole ? comparedWithFirstRun(firstRun(dispatch, context), seconds) : `${seconds} s`);
  const failed = rows.filter((row) => !conforms(row));
  return {
    passed: rows.length - failed.length + (figures ? 1 : 0),
    failed: failed.length + (figures ? 0 : 1),
    ...failuresOf(failed.map(({ pair }) => pair.name)),
    skips: [],
  };
}

/** Each dispatch and each Boost has build trees of its own. */
function firstRun(dispatch, { boost }) {
  return join(cacheFolder, `first-run-${dispatch}-${boost.version}.json`);
}

function say(text) {
  console.log(`conformance: ${text}`);
}

async function timed(what, run) {
  const begun = performance.now();
  const result = await run();
  say(`${what}: ${Math.round((performance.now() - begun) / 1000)} s`);
  return result;
}

/** The breaches of the rules, each of which is printed. */
function judgedBreaches(pairs) {
  const found = breachesOf(pairs.flatMap((pair) => pair.modules.map(({ name }) => name)));
  for (const { module, path, text } of found) {
    console.log(`breaks the rules: ${module}${path}: ${text}`);
  }
  return found;
}

function printFigures(rows, breaches) {
  const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
  const passed = rows.filter(({ ours }) => ours.passed).length;
  const examples = sum(rows.map(({ ours }) => ours.examples));
  const verbatim = breaches.filter(({ kind }) => kind === "verbatim").length;
  console.log(
    `conformance: ${passed} of ${rows.length} pairs, ${examples} doctest examples, verbatim: ${verbatim}`,
  );
  const named = Object.entries(exceptions);
  console.log(`exceptions that are named: ${named.length}`);
  for (const [module, reason] of named) console.log(`exception: ${module}: ${reason}`);
  return [
    figureAtLeast(
      "conformance, pairs that come out as with upstream's bindings",
      rows.filter(conforms).length,
      rows.length,
    ),
    figureAtLeast(
      "conformance, doctest examples that ran",
      examples,
      sum(rows.map(({ upstream }) => upstream.examples)),
    ),
    figure("conformance, pairs that fail for a reason that is not named", unexplained(rows), 0),
    figure("conformance, verbatim blocks and expressions in the specs", breaches.length, 0),
  ].every(Boolean);
}
