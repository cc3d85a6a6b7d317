/** What is shown of a plan, and that `patch` could carry it out. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  filesOf,
  generate,
  OPTIONS,
  outputOf,
  put,
  type Tree,
  temporaryFolder,
} from "../../tests/output/folders.js";
import { changesOf, differencesOf } from "./differences.js";
import { planWrites, type WritePlan } from "./plan.js";

const BEFORE: Tree = { "gone.txt": "old\n", "same.txt": "same\n", "some.txt": "a\nb\nc\n" };
const AFTER: Tree = { "fresh.txt": "x\n", "same.txt": "same\n", "some.txt": "a\nB\nc\n" };

function compare(folder: string, after: Tree): WritePlan {
  const options = { ...OPTIONS, isForComparison: true };
  const { value, diagnostics } = planWrites(folder, filesOf(after), options);
  expect(diagnostics).toEqual([]);
  return value as WritePlan;
}

describe("a plan", () => {
  it("is listed and shown file by file; the record of the files is only listed", () => {
    const folder = temporaryFolder();
    generate(folder, BEFORE);
    const plan = { ...compare(folder, AFTER), folder: "o" };
    expect(changesOf(plan)).toEqual([
      { what: "new", path: "fresh.txt" },
      { what: "changed", path: "some.txt" },
      { what: "removed", path: "gone.txt" },
      { what: "changed", path: "gen-bindings.manifest.json" },
    ]);
    expect(differencesOf(plan)).toEqual([
      "--- /dev/null\n+++ o/fresh.txt\n@@ -0,0 +1,1 @@\n+x\n",
      "--- o/some.txt\n+++ o/some.txt\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n",
      "--- o/gone.txt\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-old\n",
    ]);
  });

  it("that changes nothing has nothing to show", () => {
    const folder = temporaryFolder();
    generate(folder, BEFORE);
    const plan = compare(folder, BEFORE);
    expect([changesOf(plan), differencesOf(plan)]).toEqual([[], []]);
  });

  it("shows what the user changed in place of refusing it", () => {
    const folder = temporaryFolder();
    generate(folder, BEFORE);
    put(folder, { "same.txt": "mine\n" });
    expect(differencesOf({ ...compare(folder, BEFORE), folder: "o" })).toEqual([
      "--- o/same.txt\n+++ o/same.txt\n@@ -1,1 +1,1 @@\n-mine\n+same\n",
    ]);
  });

  it("says of bytes that are no text that they differ", () => {
    const folder = temporaryFolder();
    const plan: WritePlan = {
      ...compare(folder, {}),
      folder: "o",
      files: [{ path: "b", status: "changed", before: Buffer.of(0xff), after: Buffer.of(0xfe) }],
    };
    expect(differencesOf(plan)).toEqual(["--- o/b\n+++ o/b\nthe files differ\n"]);
  });

  it("that rewrites a large file is shown in time", () => {
    const lines = (word: string) =>
      Array.from({ length: 20_000 }, (_, n) => `${word}${n}\n`).join("");
    const folder = temporaryFolder();
    generate(folder, { "large.txt": lines("a") });
    const [shown] = differencesOf({ ...compare(folder, { "large.txt": lines("b") }), folder: "o" });
    expect(shown).toBe("--- o/large.txt\n+++ o/large.txt\nthe files differ\n");
  });

  it("is carried out by what reads patches", () => {
    const folder = temporaryFolder();
    generate(folder, BEFORE);
    const input = differencesOf({ ...compare(folder, AFTER), folder: "o" }).join("");
    const applied = spawnSync("git", ["apply"], { cwd: folder, input, encoding: "utf8" });
    expect(applied.stderr).toBe("");
    expect(outputOf(folder)).toEqual(AFTER);
  });
});
