/**
 * What the guards cost, as tests/runtime/bench measures it.
 *
 *   npm run figures:gil [-- --matrix] [--cell NAME]... [--python 3.12=PATH]...
 *
 * On the Python that set-up chooses; or on those of the cells of the matrix that have Boost.Python, in
 * the copies that `npm run test:matrix` keeps. Exit status 1 where a figure falls short.
 */
import { parseArgs } from "node:util";
import { cellOptions, chosenCells, namedInterpreters } from "./matrix/choice.mjs";
import { findInterpreter } from "./matrix/interpreters.mjs";
import { prepareCopy, wrongTools } from "./matrix/project-copy.mjs";
import { runProgram, runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";
import { buildProject } from "./suites/cmake-project.mjs";

const { values: options } = parseArgs({
  options: { ...cellOptions, matrix: { type: "boolean", default: false } },
});

await runScript(async () => {
  const { env: environment } = process;
  const { python } = await setUp();
  if (!options.matrix && options.cell === undefined) return measure({ python, environment });
  const named = namedInterpreters(options);
  const results = [];
  for (const cell of chosenCells(options).filter(({ name }) => name.startsWith("whole-"))) {
    const python = await findInterpreter(cell.python, { named, environment });
    results.push(await measureInCopy(cell, { python, environment }));
  }
  return results.length > 0 && results.every(Boolean);
});

async function measure(context) {
  const options = {
    buildName: "figures-gil",
    // What is measured is compiled as it is shipped.
    definitions: { CMAKE_BUILD_TYPE: "Release" },
    onLine: (line) => {
      if (/^figure: | ns$/.test(line)) console.log(line);
    },
  };
  const { built, output } = await buildProject("tests/runtime", ["figures"], context, options);
  if (built === undefined) console.log(output);
  return built !== undefined;
}

async function measureInCopy(cell, { python, environment }) {
  const copy = await prepareCopy(cell, { python, environment });
  const script = ["scripts/figures-gil.mjs"];
  const { ok, output } = await runProgram(process.execPath, script, {
    cwd: copy.folder,
    environment: copy.environment,
    quiet: true,
  });
  const wrong = wrongTools(cell, python, output);
  console.log(`cell: ${cell.name}${wrong === undefined ? "" : `: ${wrong}`}`);
  console.log(ok ? output.replace(/^set-up: .*\n/gm, "").trimEnd() : output);
  return ok && wrong === undefined;
}
