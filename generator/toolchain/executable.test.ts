/** Tests of looking programs up. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findExecutable } from "./executable.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gen-bindings-executable-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(...path: readonly string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
  return file;
}

test("the folders given come before PATH", () => {
  program("path", "tool");
  const first = program("first", "tool");
  const environment = { PATH: join(folder, "path") };
  expect(findExecutable(["tool"], environment, [join(folder, "first")])).toBe(first);
});

test("an earlier name comes before an earlier folder", () => {
  program("one", "second-choice");
  const wanted = program("two", "first-choice");
  const environment = { PATH: `${join(folder, "one")}:${join(folder, "two")}` };
  expect(findExecutable(["first-choice", "second-choice"], environment)).toBe(wanted);
});

test("a file that may not be run, and a folder, are passed over", () => {
  writeFileSync(join(folder, "tool"), "", { mode: 0o644 });
  mkdirSync(join(folder, "one", "tool"), { recursive: true });
  const wanted = program("two", "tool");
  const environment = { PATH: `${folder}:${join(folder, "one")}:${join(folder, "two")}` };
  expect(findExecutable(["tool"], environment)).toBe(wanted);
});

test("a name with a slash is a path and is not looked up", () => {
  const file = program("path", "tool");
  expect(findExecutable([file], {})).toBe(file);
  expect(findExecutable([join(folder, "tool")], { PATH: join(folder, "path") })).toBeUndefined();
});

test("an empty or relative entry of PATH does not stand for the working folder", () => {
  expect(
    findExecutable(["package.json", "vitest"], { PATH: ":node_modules/.bin" }),
  ).toBeUndefined();
  expect(findExecutable(["sh"], {})).toBeUndefined();
});
