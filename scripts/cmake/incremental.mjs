/** What a build runs after each kind of change: figures, for one generator of build files. */
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { figure, figureAtLeast } from "../figure.mjs";
import { projectFolder, runProgram } from "../program.mjs";
import { edit, touch } from "./edit.mjs";
import { cmakeProject } from "./project.mjs";

/** How often the generator is killed on its way. */
const KILLS = 10;

/**
 * @param {{ folder: string, package: string, generator: string, cmake: string, definitions: Record<string, string> }} setting
 *   folder: to work in, made anew; package: the npm package.
 * @returns {Promise<readonly boolean[]>} Of each figure, whether it holds.
 */
export async function incrementalFigures(setting) {
  const { folder, generator } = setting;
  rmSync(folder, { recursive: true, force: true });
  const source = join(folder, "source");
  cpSync(join(projectFolder, "tests", "cmake", "incremental"), source, { recursive: true });
  const project = cmakeProject({ ...setting, source, build: join(folder, "build") });
  const spec = join(source, "parts.spec.json");
  const generated = join(project.build, "gen_bindings", "parts");
  const name = (text) => `${generator}: ${text}`;
  const held = [];
  const expect = (text, value, bound) => held.push(figure(name(text), value, bound));

  const configured = await project.configure();
  const first = configured.ok ? await project.make() : configured;
  if (!first.ok) {
    console.log(first.output);
    return [figure(name("first build, steps that failed"), 1, 0)];
  }
  expect("no-op build, commands", (await project.make()).commands.length, 0);

  await touch(spec);
  const touched = await project.make();
  expect("spec touched, runs of the generator", touched.generated, 1);
  expect("spec touched, compiles", touched.compiled, 0);
  expect("and again, commands", (await project.make()).commands.length, 0);

  await edit(spec, (text) => text.replace("Parts a number: third.", "Takes a third."));
  const documented = await project.make();
  expect("doc of a function in 4 shards, compiles", documented.compiled, 1);
  held.push(figureAtLeast(name("doc of a function in 4 shards, builds"), Number(documented.ok), 1));

  await edit(
    join(source, "templates", "partials", "hooks", "module_begin.hbs"),
    (text) => `${text}// more\n`,
  );
  const hooked = await project.make();
  expect("partial that the entry alone prints, compiles", hooked.compiled, 1);
  held.push(figureAtLeast(name("partial, runs of the generator"), hooked.generated, 1));

  // Makefiles have a rule for what the compiler reads, which says that it is missing and ends the build.
  const compiled = generator === "Ninja" ? 1 : 2;
  for (const { deleted, most } of [
    { deleted: join("src", "shard_0.cpp"), most: compiled },
    { deleted: join("include", "gen_bindings", "gil.hpp"), most: compiled },
    { deleted: "parts.pyi", most: 1 },
    { deleted: join("tests", "test_examples.py"), most: 1 },
    { deleted: join("tests", "conftest.py"), most: compiled },
    { deleted: "CMakeLists.txt", most: 1 },
    { deleted: "gen-bindings.manifest.json", most: 1 },
  ]) {
    const count = await builds(project, join(generated, deleted));
    expect(`${deleted} deleted, builds until it is there`, count, most);
    expect("and again, commands", (await project.make()).commands.length, 0);
  }

  await edit(spec, (text) => text.replace('"returns": "int"', '"returns": "no such type"'));
  const wrong = await project.make();
  held.push(
    figureAtLeast(
      name("mistake in the spec, named with its line"),
      Number(!wrong.ok && /parts\.spec\.json:\d+:\d+: error GB/.test(wrong.output)),
      1,
    ),
  );
  await edit(spec, (text) => text.replace("no such type", "int"));
  expect("and corrected, builds that fail", Number(!(await project.make()).ok), 0);

  const lists = join(source, "CMakeLists.txt");
  await edit(lists, (text) => text.replace("  SOURCES parts.cpp\n", ""));
  const lacking = await project.make();
  held.push(
    figureAtLeast(
      name("a source that only the spec names, told"),
      Number(!lacking.ok && /parts\.spec\.json:\d+:\d+: error GB0012/.test(lacking.output)),
      1,
    ),
  );
  await edit(lists, (text) => `${text}target_sources(parts PRIVATE parts.cpp)\n`);
  expect("and added, builds that fail", Number(!(await project.make()).ok), 0);

  expect(
    `generator killed at ${KILLS} moments, wrong outputs`,
    await killed(setting, project, spec, generated),
    0,
  );
  return held;
}

/** Deletes the file; how many builds it takes until one goes through and the file is there. */
async function builds(project, path) {
  rmSync(path);
  for (let count = 1; count <= 3; count += 1) {
    const { ok, output } = await project.make();
    if (ok) return existsSync(path) ? count : Number.POSITIVE_INFINITY;
    if (!output.includes("was deleted. Build again")) return Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}

/** How many of the outputs were not what the spec generates, one build after the kill. */
async function killed({ package: own, cmake }, project, spec, generated) {
  let wrong = 0;
  const build = ["--build", project.build, "--target", "parts_generated"];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await edit(spec, (text) => text.replace(/"doc": "/, `"doc": "${kill} `));
    const child = spawn(cmake, build, { detached: true, stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    // Spread over the run, from the start of Node to the writing of the files.
    await wait(80 + Math.random() * 900);
    kill9(-child.pid);
    await ended;
    const next = await project.make("--target", "parts_generated");
    const options = [
      "--no-config",
      "--shards",
      "4",
      "--templates",
      join(project.source, "templates"),
    ];
    const check = await runProgram(
      process.execPath,
      [join(own, "dist", "cli.js"), spec, "-o", generated, "--check", ...options],
      { quiet: true },
    );
    if (!next.ok || !check.ok) {
      appendFileSync(join(project.build, "killed.log"), next.output + check.output);
      wrong += 1;
    }
  }
  return (await project.make()).ok ? wrong : wrong + 1;
}

/** The whole process group; one that has ended already is no mistake. */
function kill9(group) {
  try {
    process.kill(group, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
