/** Writes the sources of every contestant, each into a folder of its own. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { CannotGoOn, runProgram } from "../scripts/program.mjs";
import { cppSources } from "./cpp.mjs";

/**
 * @param {import("./cpp.mjs").Description} description
 * @param {readonly import("./contestants/all.mjs").Contestant[]} contestants
 * @param {{ folder: string, python: string, peers: string }} place
 * @throws {CannotGoOn} Where a contestant's own tool fails.
 */
export async function writeSources(description, contestants, { folder, python, peers }) {
  for (const contestant of contestants) {
    const own = join(folder, contestant.id);
    const files = { ...cppSources(description), ...contestant.sources(description) };
    mkdirSync(own, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeIfChanged(join(own, name), text);
    for (const [program, ...args] of contestant.commands?.(description, { python }) ?? []) {
      const { ok, output } = await runProgram(program, args, {
        cwd: own,
        quiet: true,
        environment: {
          ...process.env,
          PYTHONPATH: [peers, process.env.PYTHONPATH].filter(Boolean).join(delimiter),
        },
      });
      if (!ok) throw new CannotGoOn(`${[program, ...args].join(" ")} in ${own}:\n${output}`);
    }
  }
}

/** What is as it was is not compiled again. */
function writeIfChanged(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  rmSync(path, { force: true });
  writeFileSync(path, text);
}
