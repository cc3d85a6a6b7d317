/** The mutants of the generated code: each that the generated tests catch counts as passed. */
import { figureAtLeast } from "../figure.mjs";
import { table } from "../matrix/cells.mjs";

/**
 * Prints a line for each mutant, a table by class, and the figure.
 *
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {readonly string[]} chosen Names of modules; none for all of them.
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runMutants(context, chosen = []) {
  // It needs what set-up compiles.
  const { survey } = await import("../../tests/mutants/survey.mjs");
  const { judged, problems, missing } = await survey(context, { chosen, print: console.log });
  const isEquivalent = ({ caught, argument }) => !caught && argument !== undefined;
  const caught = judged.filter((mutant) => mutant.caught).length;
  const wanted = judged.length - judged.filter(isEquivalent).length;
  console.log(tableOf(judged, isEquivalent));
  for (const problem of problems) console.log(`problem: ${problem}`);
  figureAtLeast("mutants-caught", caught, wanted);
  return {
    passed: caught,
    failed: wanted - caught + problems.length,
    skips: missing.map(({ module, needs }) => ({
      test: `mutants of ${module}`,
      reason: `install ${needs}`,
    })),
  };
}

function tableOf(judged, isEquivalent) {
  const rows = [...new Set(judged.map(({ rule }) => rule))].sort().map((name) => {
    const those = judged.filter(({ rule }) => rule === name);
    const caught = those.filter((mutant) => mutant.caught).length;
    const equivalent = those.filter(isEquivalent).length;
    return [name, those.length, caught, equivalent, those.length - caught - equivalent];
  });
  return table([["class", "mutants", "caught", "equivalent", "survived"], ...rows]);
}
