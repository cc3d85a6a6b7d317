/** Boost.Python's own test suite; where it can't be fetched, each of its pairs is a skip. */
import { pairs } from "../../conformance/pairs.mjs";
import { prepareConformance, runConformance } from "../conformance/run.mjs";
import { CannotGoOn } from "../program.mjs";
import { nothing } from "./result.mjs";

/**
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {"boost" | "fast"} dispatch Of the generated bindings.
 * @returns {Promise<import("./result.mjs").Result>} A test for each pair, and one for the figures.
 */
export async function runConformanceSuite(context, dispatch) {
  const prepared = await prepareConformance(pairs, context).catch((error) => {
    if (!(error instanceof CannotGoOn)) throw error;
    return error;
  });
  if (!(prepared instanceof CannotGoOn)) return runConformance(pairs, dispatch, prepared);
  console.log(prepared.message);
  const reason = prepared.message.trim().split("\n").at(-1);
  return {
    ...nothing,
    skips: pairs.map(({ name }) => ({
      test: `conformance, dispatch ${dispatch}: ${name}`,
      reason,
    })),
  };
}
