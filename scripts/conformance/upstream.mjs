/** What comes of the pairs with the bindings that upstream wrote: what ours are held against. */
import { join } from "node:path";
import { pairs as allPairs } from "../../conformance/pairs.mjs";
import { remember } from "../setup/fingerprint.mjs";
import { cacheFolder } from "./boost-library.mjs";
import { buildModules } from "./build.mjs";
import { runPair } from "./run-pairs.mjs";

/**
 * Builds and runs all pairs; the results are also written to upstream-results-VERSION.json in the cache.
 *
 * @param {readonly import("../../conformance/pairs.mjs").Pair[]} pairs
 * @param {{ boost: object, python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<Map<string, import("./run-pairs.mjs").PairResult>>} By the pair's name.
 */
export async function runUpstream(pairs, context) {
  const modules = pairs.flatMap((pair) => pair.modules);
  // All of them in any case: for other settings CMake starts from the beginning.
  const known = allPairs.flatMap((pair) => pair.modules);
  const { buildFolder, failures } = await buildModules(
    "upstream",
    modules.map(({ name }) => name),
    context,
    {
      MODULES: known.map(({ name, sources }) => `${name}:${sources.join(",")}`).join(";"),
    },
  );
  const results = new Map();
  for (const pair of pairs) {
    const failure = pair.modules.map(({ name }) => failures.get(name)).find(Boolean);
    results.set(
      pair.name,
      failure === undefined
        ? await runPair(pair, (module) => join(buildFolder, module), context)
        : { passed: false, stage: "build", examples: 0, failures: 0, said: failure },
    );
  }
  const file = join(cacheFolder, `upstream-results-${context.boost.version}.json`);
  remember(file, `${JSON.stringify(Object.fromEntries(results), undefined, 2)}\n`);
  return results;
}
