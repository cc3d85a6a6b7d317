/** Tests of running programs. */
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { run } from "./run.js";

const shell = (script: string, onLine?: (line: string) => void) =>
  run("/bin/sh", ["-c", script], {
    cwd: tmpdir(),
    environment: { PATH: "/usr/bin:/bin", GREETING: "hello" },
    onLine,
  });

test("both streams are kept together, standard output also alone", async () => {
  const result = await shell("echo out; echo err >&2");
  expect(result).toEqual({ exitCode: 0, stdout: "out", output: "out\nerr" });
});

test("lines are handed on while the program runs", async () => {
  // The program waits for an answer to its first line, and ends badly without one.
  const folder = (await shell("mktemp -d")).stdout;
  const lines: string[] = [];
  const result = await shell(
    `mkfifo ${folder}/answer; echo first; timeout 10 cat ${folder}/answer`,
    (line) => {
      lines.push(line);
      if (line === "first") void shell(`echo second > ${folder}/answer; rm -r ${folder}`);
    },
  );
  expect(result.exitCode).toBe(0);
  expect(lines).toEqual(["first", "second"]);
});

test("the program sees the environment given, and nothing else", async () => {
  const { stdout } = await shell('echo "$GREETING ${HOME-no home}"');
  expect(stdout).toBe("hello no home");
});

test("a failing program is a result", async () => {
  expect((await shell("echo so; exit 3")).exitCode).toBe(3);
});

test("a program that a signal ended, and one that is not there, have no exit status", async () => {
  expect((await shell("kill -9 $$")).exitCode).toBeUndefined();
  const missing = await run("/nowhere/program", [], { cwd: tmpdir(), environment: {} });
  expect(missing.exitCode).toBeUndefined();
  expect(missing.output).toContain("/nowhere/program");
});
