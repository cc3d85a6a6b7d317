/** What the command line owes its users: help, suggestions, colors, pipes, formats, exit statuses. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { put, temporaryFolder } from "../output/folders.js";
import { BAD, compileProgram, GOOD, program, run, runIn } from "./program.js";

beforeAll(compileProgram);

describe("help", () => {
  test("names every command", () => {
    const { status, output } = runIn({}, ["--help"]);
    expect(status).toBe(0);
    for (const name of ["check", "build", "test", "explain"]) {
      expect(output).toMatch(new RegExp(`^ +gen-bindings ${name} `, "m"));
    }
    expect(output).toMatch(/Exit status: 0 fine/);
  });

  test.each([
    { command: "check", says: "gen-bindings check [specs..]" },
    { command: "build", says: "--python" },
    { command: "test", says: "--shards" },
    { command: "explain", says: "f, Counter.inc, GB3001" },
  ])("of $command", ({ command, says }) => {
    const { status, output, errors } = runIn({}, [command, "--help"]);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toContain(says);
  });

  test("is the same in every language of the user", () => {
    const environment = { ...process.env, LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" };
    const german = runIn({}, ["--help"], { environment: environment as Record<string, string> });
    expect(german.output).toBe(runIn({}, ["--help"]).output);
  });

  test("is short on the width of a terminal", () => {
    const widths = runIn({}, ["--help"])
      .output.split("\n")
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(100);
  });
});

describe("slips of the fingers", () => {
  test.each([
    {
      args: ["chekc", "m.json"],
      says: 'there is no command or spec "chekc"; did you mean "check"?',
    },
    { args: ["biuld"], says: 'did you mean "build"?' },
    {
      args: ["m.json", "--outptu", "x"],
      says: 'unknown option "--outptu"; did you mean "--output"?',
    },
    { args: ["m.json", "--outptu=x"], says: 'did you mean "--output"?' },
    { args: ["m.json", "--dry-rn"], says: 'unknown option "--dry-rn"; did you mean "--dry-run"?' },
    { args: ["check", "m.json", "--formt", "json"], says: 'did you mean "--format"?' },
    { args: ["m.json", "--xyzzyplugh"], says: 'unknown option "--xyzzyplugh"\n' },
    { args: ["m.json", "--format", "jsno"], says: 'did you mean "json"?' },
    { args: ["m.json", "--format", "xml"], says: "--format is one of text, json, sarif" },
  ])("$args", ({ args, says }) => {
    const { errors, output, status } = runIn({ "m.json": GOOD }, args);
    expect({ status, output, isSaid: errors.includes(says), errors }).toMatchObject({
      status: 2,
      output: "",
      isSaid: true,
    });
  });

  test("a spec whose name is like a command's is a spec", () => {
    expect(runIn({ chekc: GOOD }, ["chekc"]).status).toBe(0);
  });
});

describe("formats", () => {
  test("JSON is all there is on standard output; what else is told goes to standard error", () => {
    const { output, errors, status } = runIn({ "a.json": GOOD, "b.json": BAD }, [
      "check",
      "a.json",
      "b.json",
      "--format=json",
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      errors: 1,
      diagnostics: [
        {
          code: "GB3001",
          location: { file: "b.json", start: { line: 1, column: 66 } },
          edit: { text: "release" },
        },
      ],
    });
    expect(errors).toBe("a.json: fine, 1 callable\n");
  });

  test("an edit of JSON, carried out, mends the spec", () => {
    const { output } = runIn({ "m.json": BAD }, ["check", "m.json", "--format=json"]);
    const [{ edit }] = JSON.parse(output).diagnostics;
    const { start, end } = edit.location;
    expect(BAD.slice(0, start.offset) + edit.text + BAD.slice(end.offset)).toBe(GOOD);
  });

  test("SARIF has the diagnostics of every command", () => {
    const { output, status } = runIn({ "m.json": BAD }, ["m.json", "--format=sarif"]);
    expect(status).toBe(1);
    expect(JSON.parse(output).runs[0].results).toMatchObject([{ ruleId: "GB3001" }]);
    const missing = runIn({ "m.json": GOOD }, ["build", "m.json", "--format=sarif"], {
      environment: { PATH: "" },
    });
    const codes = JSON.parse(missing.output).runs[0].results.map(
      (each: { ruleId: string }) => each.ruleId,
    );
    expect(codes).toEqual(["GB0202", "GB0205", "GB0207", "GB0201"]);
  });

  test("a document is printed where nothing is wrong", () => {
    const { output, status } = runIn({ "m.json": GOOD }, ["m.json", "--format=json"]);
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ errors: 0, warnings: 0, diagnostics: [] });
  });
});

/** Runs the program on a terminal of its own, by the program `script`. */
function onTerminal(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv) {
  const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(" ");
  const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, TERM: "xterm-256color", ...environment },
  });
  return stdout;
}

describe("colors", () => {
  const cwdWithBad = () => {
    const cwd = temporaryFolder();
    put(cwd, { "m.json": BAD });
    return cwd;
  };
  const escapeCharacter = String.fromCharCode(27);

  test("are for terminals", () => {
    expect(onTerminal(["check", "m.json"], cwdWithBad(), {})).toContain(
      `${escapeCharacter}[31merror`,
    );
    expect(run(["check", "m.json"], { cwd: cwdWithBad() }).errors).not.toContain(escapeCharacter);
  });

  test.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("are not for one with %o", (environment) => {
    const output = onTerminal(["check", "m.json"], cwdWithBad(), environment);
    expect(output).toContain("error GB3001");
    expect(output).not.toContain(escapeCharacter);
  });
});

describe("pipes", () => {
  test.each(["stdout", "stderr"] as const)(
    "a reader that closes %s ends it quietly",
    async (name) => {
      const cwd = temporaryFolder();
      put(cwd, { "m.json": BAD });
      const args = name === "stdout" ? ["--help"] : ["check", "m.json"];
      const child = spawn(process.execPath, [program, ...args], { cwd });
      child[name].destroy();
      let said = "";
      child[name === "stdout" ? "stderr" : "stdout"].on("data", (data) => {
        said += data;
      });
      const signal = await new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
      expect({ signal, said }).toEqual({ signal: null, said: "" });
    },
  );
});

describe("a bug of ours has status 70", () => {
  /** The program with a command that throws. */
  function brokenProgram(): string {
    const folder = temporaryFolder();
    const project = fileURLToPath(new URL("../..", import.meta.url));
    for (const name of ["dist", "package.json"]) {
      cpSync(join(project, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
    writeFileSync(
      join(folder, "dist", "chunks", "check.js"),
      'export function check() { throw new Error("the unthinkable"); }\n',
    );
    return join(folder, "dist", "cli.js");
  }

  test.each([
    { args: [], stream: "stderr", says: "error GB9001" },
    { args: ["--format=json"], stream: "stdout", says: '"code": "GB9001"' },
  ] as const)("$args", ({ args, stream, says }) => {
    const cwd = temporaryFolder();
    put(cwd, { "m.json": GOOD });
    const broken = brokenProgram();
    const ended = spawnSync(process.execPath, [broken, "check", "m.json", ...args], {
      cwd,
      encoding: "utf8",
    });
    expect(ended.status).toBe(70);
    expect(ended[stream]).toContain(says);
    expect(ended[stream]).toContain("the unthinkable");
    expect(ended[stream]).not.toMatch(/^ +at /m);
  });
});
