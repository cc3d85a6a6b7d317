/** Real processes that are killed while they write. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compileChild, generateInChild } from "./child.js";
import { codesOf, generate, outputOf, type Tree, temporaryFolder } from "./folders.js";

const FILES = 100;
const KILLS = 20;

/** Files of which each version has some of its own. */
function version(name: string): Tree {
  const shared = Array.from({ length: FILES }, (_, index) => [
    `src/file_${index}.cpp`,
    `${name}\n`,
  ]);
  const own = Array.from({ length: FILES / 10 }, (_, index) => [`${name}/${index}.txt`, "x\n"]);
  return Object.fromEntries([...shared, ...own]);
}

it("leaves each file whole, and the next run completes with something else to write", async () => {
  const compiled = compileChild();
  const [first, second, third] = [version("first"), version("second"), version("third")];
  let killed = 0;
  let midway = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const folder = join(temporaryFolder(), "out");
    generate(folder, first, { generator: "1" });
    const killAfter = 1 + Math.floor((kill * FILES * 2) / KILLS);
    const result = await generateInChild(compiled, folder, second, { killAfter });
    if (result.killed) killed++;
    if (existsSync(join(folder, ".gen-bindings"))) midway++;

    const found = outputOf(folder);
    for (const [path, content] of Object.entries(found)) {
      if (path.startsWith(".gen-bindings/") || path.endsWith("/")) continue;
      expect([first[path], second[path]]).toContain(content);
    }
    expect(codesOf(generate(folder, third))).toEqual([]);
    expect(outputOf(folder)).toEqual(third);
  }
  expect(killed).toBeGreaterThan(0);
  expect(midway).toBeGreaterThan(0);
});
