/**
 * What a module of a thousand classes takes: `npm run figures:scale`.
 *
 *   npm run figures:scale [-- --classes 1000] [--shards 16] [--sample 100] [--dispatch fast]
 *
 * Ten functions a class. Compared with Boost.Python by hand, for a sample of the classes in one file:
 * all of them in one file want more memory than most machines have. Each line is
 * `figure: NAME = VALUE (bound <= X) holds|short`; exit status 1 where one falls short. At full size this
 * takes about half an hour of one processor, so that npm test leaves it out.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figure, figureAtLeast } from "./figure.mjs";
import { CannotGoOn, projectFolder, runProgram, runScript } from "./program.mjs";
import { byHandText, functionsOfClass, headerText, specOf, usedInPython } from "./scale/module.mjs";
import { setUp } from "./setup.mjs";

const MOST_MEGABYTES = 1536;
const measured = join(projectFolder, "scripts", "scale", "measured.py");

const { values: options } = parseArgs({
  options: {
    classes: { type: "string", default: "1000" },
    shards: { type: "string", default: "16" },
    sample: { type: "string", default: "100" },
    dispatch: { type: "string", default: "fast" },
  },
});

await runScript(async () => {
  const [classes, shards, sample] = [options.classes, options.shards, options.sample].map(Number);
  const { python } = await setUp();
  const folder = join(projectFolder, ".cache", "scale");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "scale.hpp"), headerText(Math.max(classes, sample)));

  const byHand = await measureByHand(folder, sample, python);
  const generated = await measureGenerated(folder, { classes, shards }, python);
  const functions = classes * functionsOfClass;
  console.log(
    `by hand, ${sample} classes in one file: ${byHand.perFunction.toFixed(3)} s a function, ` +
      `${byHand.megabytes} MB; generated: ${generated.perFunction.toFixed(3)} s`,
  );
  const ratio = Number((generated.perFunction / byHand.perFunction).toFixed(3));
  return [
    figureAtLeast(`functions that Python finds, of ${classes} classes`, generated.found, functions),
    figure("generating them, seconds of processor time", generated.generating, 2 + functions / 400),
    figure(
      `most megabytes of a compilation, ${shards} shards`,
      generated.megabytes,
      MOST_MEGABYTES,
    ),
    figure("processor time a function, as a part of that by hand", ratio, 1),
  ].every(Boolean);
});

async function measureByHand(folder, count, python) {
  const source = join(folder, "by_hand.cpp");
  writeFileSync(source, byHandText(count));
  const sourceFolder = join(projectFolder, "scripts", "scale", "by-hand");
  const built = await build(folder, { sourceFolder, name: "by_hand", python }, { SOURCE: source });
  const found = await countIn(built.buildFolder, "by_hand", python);
  if (found !== count * functionsOfClass) throw new CannotGoOn(`by hand: ${found} functions`);
  return { ...built, perFunction: built.seconds / found };
}

async function measureGenerated(folder, { classes, shards }, python) {
  const spec = join(folder, "scale.spec.json");
  writeFileSync(spec, JSON.stringify(specOf(classes)));
  const output = join(folder, "generated");
  const generating = join(folder, "generating.txt");
  const program = [process.execPath, join(projectFolder, "dist", "cli.js")];
  await run(python, [
    ...[measured, generating, ...program, spec, "-o", output, "--shards", `${shards}`],
    ...["--dispatch", options.dispatch],
  ]);
  const project = { sourceFolder: output, name: "scale", python };
  const built = await build(folder, project, { scale_TESTS: "OFF" });
  const found = await countIn(built.buildFolder, "scale", python);
  const perFunction = built.seconds / (classes * functionsOfClass);
  return { ...built, perFunction, found, generating: recorded(generating).seconds };
}

/** Configures and builds; what the compilations took together, and the largest of them at its peak. */
async function build(folder, { sourceFolder, name, python }, definitions) {
  const { configure } = await import("../dist/toolchain/configure.js");
  const { findTools } = await import("../dist/toolchain/tools.js");
  const found = await findTools({ requested: python, environment: process.env, cwd: folder });
  if (found.value === undefined) throw new CannotGoOn("there are no tools to build with");
  const buildFolder = join(folder, `${name}-build`);
  const record = join(folder, `${name}.txt`);
  const all = { ...definitions, CMAKE_CXX_COMPILER_LAUNCHER: `${python};${measured};${record}` };
  const tools = found.value;
  const configured = await configure({ tools, sourceFolder, buildFolder, definitions: all });
  if (configured.diagnostics.length > 0) throw new CannotGoOn(configured.value?.output ?? "");
  await run(tools.cmake.path, ["--build", buildFolder, "--parallel", `${availableParallelism()}`]);
  return { ...recorded(record), buildFolder };
}

function recorded(file) {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const all = lines.map((line) => line.split(" ").map(Number));
  return {
    seconds: Number(all.reduce((sum, [seconds]) => sum + seconds, 0).toFixed(3)),
    megabytes: Math.ceil(Math.max(...all.map(([, kilobytes]) => kilobytes)) / 1024),
  };
}

async function countIn(buildFolder, module, python) {
  const environment = { ...process.env, PYTHONPATH: buildFolder };
  const script = usedInPython.replace("MODULE", module);
  return Number(await run(python, ["-c", script], environment));
}

async function run(command, args, environment = process.env) {
  const { ok, output } = await runProgram(command, args, { environment, quiet: true });
  if (!ok) throw new CannotGoOn(`${command} failed:\n${output.slice(-4000)}`);
  return output;
}
