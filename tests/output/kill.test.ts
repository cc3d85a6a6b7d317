/** Real processes that are killed while they write, at random moments. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { lookInto } from "../../generator/output/disk.js";
import { hashOf } from "../../generator/output/hash.js";
import { parseManifest } from "../../generator/output/manifest.js";
import { readPrevious } from "../../generator/output/previous.js";
import { compileChild, generateInChild } from "./child.js";
import { codesOf, generate, OPTIONS, outputOf, type Tree, temporaryFolder } from "./folders.js";

const FILES = 100;
const KILLS = 50;
/** Of the moments; another one each time, unless GEN_BINDINGS_SEED names one that was printed. */
const seed = Number(process.env.GEN_BINDINGS_SEED ?? Date.now() % 1_000_000);

/** Files of which each version has some of its own. */
function version(name: string): Tree {
  const shared = Array.from({ length: FILES }, (_, index) => [
    `src/file_${index}.cpp`,
    `${name}\n`,
  ]);
  const own = Array.from({ length: FILES / 10 }, (_, index) => [`${name}/${index}.txt`, "x\n"]);
  return Object.fromEntries([...shared, ...own]);
}

/** The hashes of a version's files, by path. */
function hashes(tree: Tree): ReadonlyMap<string, string> {
  return new Map(Object.entries(tree).map(([path, content]) => [path, hashOf(content)]));
}

/** What the manifest says of each file; it is whole whenever it is read. */
function manifestIn(folder: string): ReadonlyMap<string, string> {
  const manifest = parseManifest(readFileSync(join(folder, "gen-bindings.manifest.json"), "utf8"));
  return new Map([...(manifest?.files ?? [])].map(([path, { hash }]) => [path, hash]));
}

it(`leaves each file old or new when killed at ${KILLS} moments, and the next run completes`, async () => {
  const compiled = compileChild();
  const [first, second, third] = [version("first"), version("second"), version("third")];
  // Each file is written and renamed, and some are removed.
  const operations = FILES * 2 + FILES / 2;
  console.log(`GEN_BINDINGS_SEED=${seed}`);
  const moments = fc.sample(fc.integer({ min: 1, max: operations }), { numRuns: KILLS, seed });
  let killed = 0;
  let midway = 0;
  for (const [kill, killAfter] of moments.entries()) {
    const folder = join(temporaryFolder(), "out");
    generate(folder, first, { generator: "1" });
    const result = await generateInChild(compiled, folder, second, { killAfter });
    if (result.killed) killed++;
    if (existsSync(join(folder, ".gen-bindings"))) midway++;
    const moment = `killed after ${killAfter} operations, seed ${seed}`;

    // The manifest is that of the old version, or that of the new one where all is done.
    const recorded = manifestIn(folder);
    expect([hashes(first), hashes(second)], moment).toContainEqual(recorded);
    const found = outputOf(folder);
    const known = readPrevious(folder, lookInto(folder), OPTIONS).value?.own;
    for (const [path, content] of Object.entries(found)) {
      if (path.startsWith(".gen-bindings/") || path.endsWith("/")) continue;
      expect([first[path], second[path]], moment).toContain(content);
      expect(known?.get(path)?.has(hashOf(content)), `${moment}: ${path} is known to be ours`).toBe(
        true,
      );
    }
    // Completed by the same command, or by one that has something else to write.
    const next = kill % 2 === 0 ? second : third;
    expect(codesOf(generate(folder, next)), moment).toEqual([]);
    expect(outputOf(folder), moment).toEqual(next);
    expect(manifestIn(folder), moment).toEqual(hashes(next));
  }
  expect(killed).toBeGreaterThan(KILLS / 2);
  expect(midway).toBeGreaterThan(0);
});
