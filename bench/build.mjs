/** Builds the contestants' modules of a workload, all with the same flags. */
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder } from "../scripts/program.mjs";
import { buildProject } from "../scripts/suites/cmake-project.mjs";
import { writeSources } from "./sources.mjs";

/** As a module is released: the same for all. */
const releaseFlags = "-O2 -DNDEBUG";

/**
 * @param {import("./cpp.mjs").Description} description
 * @param {readonly import("./contestants/all.mjs").Contestant[]} contestants
 * @param {{ python: string, peers: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<Map<string, string>>} By the id of a contestant, the folder that Python finds its module in.
 * @throws {CannotGoOn} Where it does not build.
 */
export async function buildContestants(description, contestants, { python, peers, environment }) {
  const folder = join(projectFolder, ".cache", "bench", description.module);
  await writeSources(description, contestants, { folder, python, peers });
  const { built, output } = await buildProject(
    "bench",
    contestants.map(({ id }) => id),
    { python, environment },
    {
      buildName: join("bench", description.module, "build"),
      definitions: {
        CMAKE_BUILD_TYPE: "None",
        CMAKE_CXX_FLAGS: releaseFlags,
        WORKLOAD: folder,
        MODULE: description.module,
        CONTESTANTS: contestants.map(({ id }) => id).join(";"),
        PEERS: peers,
      },
    },
  );
  if (built === undefined) throw new CannotGoOn(output);
  return new Map(
    contestants.map(({ id }) => {
      const moduleFolder = join(built.buildFolder, id);
      // SWIG's module is a file of Python that imports the extension.
      const written = join(folder, id, `${description.module}.py`);
      if (existsSync(written))
        copyFileSync(written, join(moduleFolder, `${description.module}.py`));
      return [id, moduleFolder];
    }),
  );
}
