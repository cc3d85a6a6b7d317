/** `--watch`: a real process, whose printed lines tell what it does; a watchdog ends what hangs. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { put, type Tree, temporaryFolder } from "../output/folders.js";
import { compileProgram, program } from "./program.js";

/** In milliseconds; far more than anything here takes on a busy machine. */
const TOO_LONG = 240_000;

const spec = (changes: object = {}) =>
  JSON.stringify({
    module: { name: "m", headers: ["m.hpp"], ...changes },
    functions: [
      { name: "f", returns: "int", examples: [{ call: "type(f()).__name__", returns: "'int'" }] },
    ],
  });
const header = (result: number) => `#pragma once\ninline int f() { return ${result}; }\n`;

beforeAll(compileProgram);

/** A process that watches, and what it has printed that nobody waited for yet. */
function start(files: Tree, args: readonly string[], terminal = false) {
  const cwd = temporaryFolder();
  put(cwd, files);
  const command = [process.execPath, program, ...args, "--watch"];
  const child = terminal
    ? spawn("script", ["-qefc", inShell(command), "/dev/null"], {
        cwd,
        env: { ...process.env, SHELL: "/bin/sh" },
      })
    : spawn(command[0] ?? "", command.slice(1), { cwd });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const lines = linesOf(child);
  /** The lines up to one that matches. */
  async function until(pattern: RegExp): Promise<string> {
    const passed: string[] = [];
    for (;;) {
      const line = await lines.next(`/${pattern.source}/ in:\n${passed.join("\n")}`);
      passed.push(line);
      if (pattern.test(line)) return passed.join("\n");
    }
  }
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  const read = (path: string) => readFileSync(join(cwd, path), "utf8");
  return { child, cwd, until, write, read, waiting: () => until(/^watching \d+ files?$/) };
}

/** A command line whose program takes the place of the shell: an interruption must not end that. */
function inShell(command: readonly string[]): string {
  return `exec ${command.map((word) => `'${word}'`).join(" ")}`;
}

function linesOf(child: ChildProcess) {
  const waiting: string[] = [];
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      waiting.push(line);
      wake();
    });
  }
  async function next(what: string): Promise<string> {
    const watchdog = Date.now() + TOO_LONG;
    while (waiting.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`nothing was printed that is ${what}`)),
          watchdog - Date.now(),
        );
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return waiting.shift() ?? "";
  }
  return { next };
}

function ended(child: ChildProcess): Promise<{ status: number | null; signal: string | null }> {
  return new Promise((resolve) =>
    child.on("close", (status, signal) => resolve({ status, signal })),
  );
}

describe("generating", () => {
  test("goes on when the spec changes, through a mistake and out of it", async () => {
    const { write, read, waiting } = start({ "m.json": spec(), "m.hpp": header(1) }, ["m.json"]);
    await waiting();
    write("m.json", spec({ doc: "Said later." }));
    expect(await waiting()).toContain("changed: m.json");
    expect(read("out/m/src/module.cpp")).toContain("Said later.");

    write("m.json", spec({ dco: "Misspelt." }));
    expect(await waiting()).toContain("m.json:1:43: error GB1010");
    expect(read("out/m/src/module.cpp")).toContain("Said later.");

    write("m.json", spec({ doc: "Mended." }));
    await waiting();
    expect(read("out/m/src/module.cpp")).toContain("Mended.");
  });

  test("goes on when a file of the user changes, also one that is replaced", async () => {
    const { cwd, write, read, waiting } = start(
      {
        "m.json": spec(),
        "m.hpp": `#include "inner/deep.hpp"\n${header(1)}`,
        "inner/deep.hpp": "// 1\n",
      },
      ["m.json"],
    );
    await waiting();
    write("inner/deep.hpp", "// 2\n");
    expect(await waiting()).toContain("changed: inner/deep.hpp");
    expect(read("out/m/user/inner/deep.hpp")).toBe("// 2\n");

    write("inner/.deep.hpp.new", "// 3\n");
    renameSync(join(cwd, "inner/.deep.hpp.new"), join(cwd, "inner/deep.hpp"));
    await waiting();
    expect(read("out/m/user/inner/deep.hpp")).toBe("// 3\n");
  });

  test("goes on when a plugin changes, or a configuration appears", async () => {
    const plugin = (doc: string) =>
      `export const plugin = { passes: [{ name: "doc", run: (module) => { module.doc = "${doc}"; } }] };`;
    const { write, read, waiting } = start(
      { "m.json": spec(), "m.hpp": header(1), "own.mjs": plugin("First.") },
      ["m.json", "--plugin", "own.mjs"],
    );
    await waiting();
    expect(read("out/m/src/module.cpp")).toContain("First.");
    write("own.mjs", plugin("Second."));
    expect(await waiting()).toContain("changed: own.mjs");
    expect(read("out/m/src/module.cpp")).toContain("Second.");

    write("own.mjs", "export const plugin = {");
    expect(await waiting()).toContain("GB0421");
    write("own.mjs", plugin("Third."));
    await waiting();
    expect(read("out/m/src/module.cpp")).toContain("Third.");

    write("gen-bindings.config.json", '{ "output": "elsewhere" }');
    expect(await waiting()).toContain("changed: gen-bindings.config.json");
    expect(read("elsewhere/src/module.cpp")).toContain("Third.");
  });

  test("goes on when a file appears that was missing, in a folder that was missing", async () => {
    const { cwd, write, read, waiting } = start(
      { "m.json": spec({ sources: ["inner/m.cpp"] }), "m.hpp": header(1) },
      ["m.json"],
    );
    expect(await waiting()).toContain("error GB0150");
    mkdirSync(join(cwd, "inner"));
    write("inner/m.cpp", "// there\n");
    await waiting();
    // The folder and the file may come in one round, or in two.
    if (!existsSync(join(cwd, "out/m/user/inner/m.cpp"))) await waiting();
    expect(read("out/m/user/inner/m.cpp")).toBe("// there\n");
  });

  test("goes on when a spec goes and comes back", async () => {
    const { cwd, write, waiting } = start({ "m.json": spec(), "m.hpp": header(1) }, ["m.json"]);
    await waiting();
    rmSync(join(cwd, "m.json"));
    expect(await waiting()).toContain("error GB0001");
    write("m.json", spec());
    expect(await waiting()).toContain("out/m: nothing to do");
  });

  test("goes on when templates change, are added, and when the configuration does", async () => {
    const configuration = (name: string) => `{ "specs": ["m.json"], "templates": ["${name}"] }`;
    const { write, read, waiting } = start(
      {
        "m.json": spec(),
        "m.hpp": header(1),
        "one/NOTICE": "first\n",
        "two/NOTICE": "other\n",
        "gen-bindings.config.json": configuration("one"),
      },
      [],
    );
    await waiting();
    write("one/NOTICE", "second\n");
    await waiting();
    expect(read("out/m/NOTICE")).toBe("second\n");
    write("one/MORE", "more\n");
    await waiting();
    expect(read("out/m/MORE")).toBe("more\n");
    write("gen-bindings.config.json", configuration("two"));
    await waiting();
    expect(read("out/m/NOTICE")).toBe("other\n");
  });

  test("is not begun by what was not read", async () => {
    const { write, waiting } = start({ "m.json": spec(), "m.hpp": header(1) }, ["m.json"]);
    await waiting();
    write("unconcerned.hpp", "// 1\n");
    write("m.hpp", header(2));
    expect(await waiting()).toMatch(/^changed: m\.hpp$/m);
  });

  test("prints a document for each round", async () => {
    const { child, write, waiting } = start({ "m.json": spec({ dco: 1 }), "m.hpp": header(1) }, [
      "m.json",
      "--format=json",
    ]);
    await waiting();
    write("m.json", spec());
    expect(await waiting()).toContain('"errors": 0');
    child.kill("SIGINT");
  });
});

describe("testing", () => {
  test("builds and tests again what is concerned, and nothing else", async () => {
    const other = spec().replace('"m"', '"n"').replace("m.hpp", "n.hpp");
    const { write, waiting } = start(
      { "m.json": spec(), "m.hpp": header(1), "n.json": other, "n.hpp": header(1) },
      ["test", "m.json", "n.json"],
    );
    const first = await waiting();
    expect(first).toMatch(/^m: examples: 1 passed/m);
    expect(first).toMatch(/^n: examples: 1 passed/m);

    write("m.hpp", '#include <string>\ninline std::string f() { return "text"; }\n');
    const broken = await waiting();
    expect(broken).toMatch(/error GB4008/);
    expect(broken).not.toMatch(/^n: /m);

    write("m.hpp", header(3));
    const mended = await waiting();
    expect(mended).toMatch(/^m: examples: 1 passed/m);
    expect(mended).not.toMatch(/^n: /m);
  });
});

describe("an interruption", () => {
  test("ends the waiting with status 0 and without a word", async () => {
    const { child, waiting } = start({ "m.json": spec(), "m.hpp": header(1) }, ["m.json"]);
    await waiting();
    const end = ended(child);
    child.kill("SIGINT");
    expect(await end).toEqual({ status: 0, signal: null });
  });

  test("ends a round, and the programs that it started", async () => {
    // A Python that never answers, and holds the pipe open for as long as it lives.
    const python = "#!/bin/sh\nexec 3>pipe\necho begun >&3\nexec tail -f /dev/null\n";
    const cwd = temporaryFolder();
    put(cwd, { "m.json": spec(), "m.hpp": header(1), python });
    chmodSync(join(cwd, "python"), 0o755);
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    const reader = spawn("cat", ["pipe"], { cwd });
    const begun = linesOf(reader).next("from the Python that was started");
    const gone = ended(reader);
    const child = spawn(
      process.execPath,
      [program, "build", "m.json", "--watch", "--python", "./python"],
      { cwd },
    );
    expect(await begun).toBe("begun");
    const end = ended(child);
    child.kill("SIGINT");
    expect(await end).toEqual({ status: 0, signal: null });
    expect((await gone).signal).toBeNull();
  });
});

describe("on a terminal", () => {
  test("does the same", async () => {
    const { child, write, waiting } = start(
      { "m.json": spec(), "m.hpp": header(1) },
      ["m.json"],
      true,
    );
    await waiting();
    write("m.hpp", header(2));
    expect(await waiting()).toMatch(/^changed: m\.hpp/m);
    const end = ended(child);
    child.stdin?.write("\u0003");
    expect((await end).status).toBe(0);
  });
});
