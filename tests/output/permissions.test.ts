/** Folders and files that this user must not write or read; as root, tested as another user. */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { compileChild, generateInChild } from "./child.js";
import { generate, put, temporaryFolder, treeOf } from "./folders.js";

const FIRST = { "CMakeLists.txt": "first\n", "src/x.cpp": "first\n" };
const SECOND = { "CMakeLists.txt": "second\n", "src/x.cpp": "second\n" };

let compiled = "";
let parent = "";
let folder = "";

beforeEach(() => {
  compiled = compileChild();
  parent = temporaryFolder();
  folder = join(parent, "out");
  chmodSync(parent, 0o777);
});

/** Sets permissions, and gives them back so that the folder can be removed. */
function restrict(path: string, mode: number): void {
  chmodSync(path, mode);
  onTestFinished(() => chmodSync(path, 0o777));
}

const run = (tree = SECOND) => generateInChild(compiled, folder, tree, { unprivileged: true });

it("writes where it may", async () => {
  expect(await run()).toEqual({
    killed: false,
    summary: { written: 2, unchanged: 0, removed: 0 },
    messages: [],
  });
});

it("says so where the output folder is read-only", async () => {
  mkdirSync(folder);
  restrict(folder, 0o555);
  expect((await run()).messages).toEqual([`GB0103: can't write to "${folder}": permission denied`]);
  expect(treeOf(folder)).toEqual({});
});

it("says so where the output folder can't be made", async () => {
  restrict(parent, 0o555);
  folder = join(parent, "a/b");
  expect((await run()).messages).toEqual([`GB0103: can't write to "${parent}": permission denied`]);
  expect(treeOf(parent)).toEqual({});
});

it("replaces nothing where one folder inside is read-only", async () => {
  generate(folder, FIRST, { generator: "1" });
  chmodSync(folder, 0o777);
  restrict(join(folder, "src"), 0o555);
  const before = treeOf(folder);
  expect((await run()).messages).toEqual([
    `GB0103: can't write to "${folder}/src": permission denied`,
  ]);
  expect(treeOf(folder)).toEqual(before);
});

it("finds a read-only folder up to date that is", async () => {
  generate(folder, FIRST, { generator: "1" });
  restrict(folder, 0o555);
  expect(await run(FIRST)).toMatchObject({ summary: { written: 0, unchanged: 2 }, messages: [] });
});

it("says so where a file can't be read", async () => {
  put(folder, FIRST);
  restrict(join(folder, "CMakeLists.txt"), 0o000);
  expect((await run(FIRST)).messages).toEqual([
    `GB0116: can't read "${folder}/CMakeLists.txt": permission denied`,
  ]);
});

it("says so where the output folder can't be entered", async () => {
  mkdirSync(folder);
  restrict(folder, 0o000);
  const { messages } = await run();
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.every((each) => each.endsWith("permission denied"))).toBe(true);
});
