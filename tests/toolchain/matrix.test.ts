/** The matrix: the table that is written down is the one that is run, and nothing missing is passed over. */
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { node, projectFolder, scratchFolder } from "./scratch.js";

/** A script of the project; its modules have no types. */
const script = (path: string) => import(join(projectFolder, "scripts", path));

test("docs/matrix.md shows the cells", async () => {
  const { cells, tableOfCells } = await script("matrix/cells.mjs");
  const page = readFileSync(join(projectFolder, "docs", "matrix.md"), "utf8");
  expect(page).toContain(`\n${tableOfCells()}\n`);
  expect(new Set(cells.map(({ name }: { name: string }) => name)).size).toBe(cells.length);
});

test("a cell that is not there is said, with those that are", async () => {
  const { output, exitCode } = await node("scripts/matrix.mjs", ["--cell", "headers-2.7"]);
  expect(output).toMatch(/^no cell is named headers-2\.7; there are: headers-3\.8, /);
  expect(exitCode).toBe(1);
});

test("a cell without its interpreter has failed, and says how to get it", async () => {
  const { output, exitCode } = await node("scripts/matrix.mjs", [
    ...["--cell", "headers-3.8", "--python", "3.8=/nowhere/python"],
  ]);
  expect(output).toContain("cell: headers-3.8: FAILED: could not run");
  expect(output).toContain("install one (pyenv install 3.8), or name one with --python 3.8=PATH");
  expect(output).toContain("figure: matrix-cells = 0 (bound >= 1) short");
  expect(exitCode).toBe(1);
});

test("an interpreter of another release is not taken", async () => {
  const { findInterpreter } = await script("matrix/interpreters.mjs");
  const folder = scratchFolder({ "python3.12": '#!/bin/sh\nexec python3 "$@"\n' });
  chmodSync(join(folder, "python3.12"), 0o755);
  const { version } = await findInterpreter(await releaseOfPython3(), nothingNamed);
  expect(version).toMatch(/^3\./);
  const named = new Map([["3.2", join(folder, "python3.12")]]);
  const environment = process.env;
  await expect(findInterpreter("3.2", { named, environment })).rejects.toThrow(/no CPython 3\.2/);
});

const nothingNamed = { named: new Map(), environment: process.env };

async function releaseOfPython3(): Promise<string> {
  const { findPython } = await import("../../generator/toolchain/python.js");
  const { value } = await findPython({ environment: process.env, cwd: projectFolder });
  return value?.version.replace(/\.\d+$/, "") ?? "none";
}

test.each([
  ["3 passed, 0 failed", true, 0],
  ["3 passed, 0 failed", false, 1],
  ["3 passed, 2 failed", false, 2],
  ["0 passed, 0 failed", true, 1],
  ["nothing", true, 1],
])("of npm test that prints '%s' and ends well (%s), %i failed", async (output, ok, failed) => {
  const { failuresIn } = await script("test-output.mjs");
  expect(failuresIn(`a\n${output}\n`, ok)).toBe(failed);
});

const cell = { boostVersion: "1.90" };
const python = { version: "3.12.1" };

test.each([
  ["Python 3.12.1 (p), Boost.Python 1.90 (the wheel's)", undefined],
  [
    "Python 3.12.1 (p), Boost.Python 1.91 (the wheel's)",
    "not the cell's: CPython 3.12.1, Boost 1.91",
  ],
  [
    "Python 3.12.2 (p), Boost.Python 1.90 (the wheel's)",
    "not the cell's: CPython 3.12.2, Boost 1.90",
  ],
])("set-up that found %s: %s", async (found, expected) => {
  const { wrongTools } = await script("matrix/project-copy.mjs");
  expect(wrongTools(cell, python, `set-up: ready in 0.1 s: ${found}\n`)).toBe(expected);
  expect(wrongTools(cell, python, "error[GB0208]")).toBe("set-up failed");
});

test("a copy follows: what is gone goes, what is its own stays", async () => {
  const { updateCopy } = await script("matrix/project-copy.mjs");
  const [from, to] = [scratchFolder({ kept: "1", gone: "2" }), scratchFolder({ own: "3" })];
  updateCopy({ from, to, files: ["kept", "gone"] });
  expect(readFileSync(join(to, "gone"), "utf8")).toBe("2");
  updateCopy({ from, to, files: ["kept"] });
  expect(["kept", "gone", "own"].map((name) => existsSync(join(to, name)))).toEqual([
    true,
    false,
    true,
  ]);
});
