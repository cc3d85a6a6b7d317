/** Compiler caches and distributed compilers: the recipes of docs/big-builds.md, tried on this machine. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ccache } from "../caches/ccache.mjs";
import { distcc } from "../caches/distcc.mjs";
import { generateModule } from "../caches/module.mjs";
import { sccache } from "../caches/sccache.mjs";
import { figureAtLeast } from "../figure.mjs";
import { projectFolder } from "../program.mjs";
import { filesUnder } from "../setup/fingerprint.mjs";
import { nothing, total } from "./result.mjs";

/**
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>} A test for each figure; a skip for each program that
 *   is not there.
 */
export async function runCompilerCaches(context) {
  const { findExecutable } = await import("../../dist/toolchain/executable.js");
  const scratch = join(projectFolder, ".cache", "compiler-caches");
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const folders = [join(scratch, "first"), join(scratch, "a", "second", "folder")];
  for (const folder of folders) await generateModule(folder);
  const results = [
    counted(figureAtLeast("generated elsewhere: same bytes, percent", same(folders), 100)),
  ];
  for (const { program, package: name, tryOut } of [ccache, sccache, distcc]) {
    if (findExecutable([program], context.environment) === undefined) {
      results.push({ ...nothing, skips: [{ test: program, reason: `install ${name}` }] });
      continue;
    }
    const [what, value] = await tryOut(scratch, folders, context);
    results.push(counted(figureAtLeast(what, value, 100)));
  }
  return total(results);
}

function counted(holds) {
  return holds ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

function same([first, second]) {
  const filesOf = (folder) =>
    filesUnder(join(folder, "out")).map((file) => [relative(folder, file), readFileSync(file)]);
  const others = new Map(filesOf(second));
  const files = filesOf(first);
  const equal = files.filter(([path, content]) => others.get(path)?.equals(content));
  return (100 * equal.length) / Math.max(files.length, others.size);
}
