/** ccache: a second clean build, in a folder elsewhere, compiles nothing. */
import { join } from "node:path";
import { buildModule, run } from "./module.mjs";

export const ccache = { program: "ccache", package: "ccache", tryOut };

/**
 * @param {string} scratch For the cache.
 * @param {readonly [string, string]} folders With the module in each.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<readonly [string, number]>} What is measured, and how many percent.
 */
async function tryOut(scratch, folders, { python, environment }) {
  const shared = {
    ...environment,
    CCACHE_DIR: join(scratch, "ccache"),
    CCACHE_SLOPPINESS: "pch_defines,time_macros",
  };
  for (const folder of folders) {
    const own = { ...shared, CCACHE_BASEDIR: folder };
    await run(folder, own, "ccache", ["--zero-stats"]);
    await buildModule(folder, { launcher: "ccache", python, environment: own });
  }
  const text = await run(scratch, shared, "ccache", ["--print-stats"]);
  const count = (name) => Number(new RegExp(`^${name}\\t(\\d+)$`, "m").exec(text)?.[1] ?? 0);
  const hits = count("direct_cache_hit") + count("preprocessed_cache_hit");
  // All that is no hit: what could not be cached counts too.
  const other = [
    ...text.matchAll(/^(?:cache_miss|could_not_\w+|bad_\w+|unsupported_\w+)\t(\d+)$/gm),
  ];
  const all = other.reduce((sum, [, each]) => sum + Number(each), hits);
  return ["ccache: hits of a second clean build elsewhere, percent", percent(hits, all)];
}

function percent(part, all) {
  return all === 0 ? 0 : Number(((100 * part) / all).toFixed(1));
}
