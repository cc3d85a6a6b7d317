/** What generating takes, for a module of so many functions: with this project, and with SWIG. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotGoOn, projectFolder, runProgram } from "../scripts/program.mjs";
import { generated } from "./contestants/generated.mjs";
import { swig } from "./contestants/swig.mjs";
import { cppSources } from "./cpp.mjs";

const spend = fileURLToPath(new URL("spend.py", import.meta.url));
const types = ["int", "double", "std::string", "bool", "unsigned"];

/** @returns {import("./cpp.mjs").Description} So many functions of two parameters, of all pairs of types. */
function manyFunctions(count) {
  return {
    module: "many",
    classes: [],
    functions: Array.from({ length: count }, (_, index) => ({
      name: `function_${index}`,
      params: [
        { name: "first", type: types[index % types.length] },
        { name: "second", type: types[Math.floor(index / types.length) % types.length] },
      ],
      returns: types[index % (types.length - 1)],
      body: "return {};",
    })),
  };
}

/**
 * @typedef {{ seconds: number, megabytes: number }} Spent Of the processor's time; of memory at once.
 * @param {number} count How many functions.
 * @param {{ python: string, peers: string }} context
 * @returns {Promise<{ cold: Spent, again: Spent, swig: Spent }>} Into an empty folder, and again with nothing changed.
 */
export async function generateMany(count, { python, peers }) {
  const description = manyFunctions(count);
  const folder = join(projectFolder, ".cache", "bench", `many-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const contestants = [generated("fast"), swig];
  const files = contestants.map((each) => each.sources(description));
  for (const [name, text] of Object.entries(Object.assign(cppSources(description), ...files))) {
    writeFileSync(join(folder, name), text);
  }
  const [[ours], [theirs]] = contestants.map((each) => each.commands(description, { python }));
  const measured = (command) => spentBy(command, { folder, python, peers });
  return { cold: await measured(ours), again: await measured(ours), swig: await measured(theirs) };
}

/** @returns {Promise<Spent>} */
async function spentBy(command, { folder, python, peers }) {
  const { ok, output } = await runProgram(python, [spend, "--memory", ...command], {
    cwd: folder,
    quiet: true,
    environment: {
      ...process.env,
      PYTHONPATH: [peers, process.env.PYTHONPATH].filter(Boolean).join(delimiter),
    },
  });
  if (!ok) throw new CannotGoOn(`${command.join(" ")} in ${folder}:\n${output}`);
  const [seconds, megabytes] = output.trim().split(" ").map(Number);
  return { seconds, megabytes };
}
