/** What compiling a workload takes, and how large the modules become. */
import { copyFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotGoOn, projectFolder, runProgram } from "../scripts/program.mjs";
import { buildProject } from "../scripts/suites/cmake-project.mjs";
import { writeSources } from "./sources.mjs";
import { median, spread } from "./statistics.mjs";

const spend = fileURLToPath(new URL("spend.py", import.meta.url));

/** What nanobind's users compile once for all their modules. */
export const sharedPart = "nanobind_shared_part";

/** As one develops, and as one ships where size counts. */
export const builds = [
  { name: "debug", type: "None", compile: "-O0 -g3", link: "" },
  {
    name: "size",
    type: "Release",
    compile: "-Os -g0 -DNDEBUG -ffunction-sections -fdata-sections",
    link: "-Wl,--gc-sections",
  },
];

/**
 * Compiles each contestant's module so many times, without a cache, in turns.
 *
 * @param {import("./cpp.mjs").Description} description
 * @param {(typeof builds)[number]} build
 * @param {readonly import("./contestants/all.mjs").Contestant[]} contestants
 * @param {{ python: string, peers: string, environment: NodeJS.ProcessEnv, repeats: number }} context
 * @returns {Promise<Record<string, { seconds: number, spread: number, bytes?: number }>>} By contestant, and by
 *   `sharedPart`: seconds of the processor, and the size of the stripped module.
 * @throws {CannotGoOn} Where it does not build.
 */
export async function compileWorkload(description, build, contestants, context) {
  const { python, peers, environment, repeats } = context;
  const folder = join(projectFolder, ".cache", "bench", description.module);
  await writeSources(description, contestants, { folder, python, peers });
  const hasShared = contestants.some(({ id }) => id === "nanobind");
  const targets = [...(hasShared ? [sharedPart] : []), ...contestants.map(({ id }) => id)];
  const { built, output } = await buildProject(
    "bench",
    ["help"],
    { python, environment },
    {
      buildName: join("bench", description.module, build.name),
      definitions: {
        CMAKE_BUILD_TYPE: build.type,
        CMAKE_CXX_FLAGS: build.compile,
        CMAKE_CXX_FLAGS_RELEASE: "",
        CMAKE_MODULE_LINKER_FLAGS: build.link,
        CMAKE_CXX_COMPILER_LAUNCHER: "",
        WORKLOAD: folder,
        MODULE: description.module,
        CONTESTANTS: contestants.map(({ id }) => id).join(";"),
        PEERS: peers,
      },
    },
  );
  if (built === undefined) throw new CannotGoOn(output);
  const seconds = new Map(targets.map((target) => [target, []]));
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const target of targets) {
      console.log(`bench: compiling ${description.module}, ${build.name}: ${target}`);
      seconds.get(target).push(await compileAfresh(target, built, { python, environment }));
    }
  }
  return Object.fromEntries(
    await Promise.all(
      targets.map(async (target) => [
        target,
        {
          seconds: median(seconds.get(target)),
          spread: spread(seconds.get(target)),
          ...(target !== sharedPart && { bytes: await strippedSize(built.buildFolder, target) }),
        },
      ]),
    ),
  );
}

/** Seconds of the processor: other work on the machine counts for little in them. */
async function compileAfresh(target, { buildFolder, tools }, { python, environment }) {
  const objects = join(buildFolder, "CMakeFiles", `${target}.dir`);
  for (const name of readdirSync(objects, { recursive: true })) {
    if (name.endsWith(".o")) rmSync(join(objects, name));
  }
  const command = [tools.cmake.path, "--build", buildFolder, "--parallel", "1", "--target", target];
  const { ok, output } = await runProgram(python, [spend, ...command], {
    environment: { ...environment, CCACHE_DISABLE: "1" },
    quiet: true,
  });
  if (!ok) throw new CannotGoOn(`${target}:\n${output}`);
  return Number(output);
}

async function strippedSize(buildFolder, id) {
  const folder = join(buildFolder, id);
  const module = readdirSync(folder).find((name) => name.endsWith(".so"));
  const stripped = join(buildFolder, `${id}.stripped`);
  copyFileSync(join(folder, module), stripped);
  const { ok, output } = await runProgram("strip", [stripped], { quiet: true });
  if (!ok) throw new CannotGoOn(`strip ${stripped}: ${output}`);
  return statSync(stripped).size;
}
