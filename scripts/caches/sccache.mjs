/** sccache: a second clean build compiles nothing. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";
import { buildModule, run } from "./module.mjs";

export const sccache = { program: "sccache", package: "sccache", tryOut };

/** As that of ccache; in one folder, as sccache takes absolute paths as they are. */
async function tryOut(scratch, [folder], { python, environment }) {
  const own = {
    ...environment,
    SCCACHE_DIR: join(scratch, "sccache"),
    SCCACHE_SERVER_PORT: `${await freePort()}`,
  };
  await run(scratch, own, "sccache", ["--start-server"]);
  try {
    for (const round of [1, 2]) {
      rmSync(join(folder, "build"), { recursive: true, force: true });
      if (round === 2) await run(scratch, own, "sccache", ["--zero-stats"]);
      const definitions = { CMAKE_DISABLE_PRECOMPILE_HEADERS: "ON" };
      await buildModule(folder, { launcher: "sccache", python, environment: own, definitions });
    }
    const printed = ["--show-stats", "--stats-format", "json"];
    const { stats } = JSON.parse(await run(scratch, own, "sccache", printed));
    const hits = Object.values(stats.cache_hits.counts).reduce((sum, each) => sum + each, 0);
    const { compile_requests: all } = stats;
    const share = all === 0 ? 0 : Number(((100 * hits) / all).toFixed(1));
    return ["sccache: hits of a second clean build, percent", share];
  } finally {
    await run(scratch, own, "sccache", ["--stop-server"]);
  }
}
