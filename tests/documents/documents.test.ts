/** The documents: every spec in them is checked, and what the README promises is done. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasErrors } from "../../generator/diagnostics/diagnostic.js";
import { checkSpec } from "../../generator/pipeline.js";
import { blocks, repository } from "./blocks.js";

const folder = mkdtempSync(join(tmpdir(), "gen-bindings-documents-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("docs/spec.md", () => {
  beforeAll(() => {
    const module = { name: "base", namespace: "acme" };
    const base = { module, classes: [{ name: "Shape", constructors: [{}] }] };
    const table = { types: { Progress: { callback: "void(double fraction)" } } };
    writeFileSync(join(folder, "base.spec.json"), JSON.stringify(base));
    writeFileSync(join(folder, "shared.types.json"), JSON.stringify(table));
  });

  const specs = blocks("docs/spec.md", "json");

  it("has a spec for each part of the language", () => {
    expect(specs.length).toBeGreaterThanOrEqual(6);
  });

  it.each(specs.map((each, index) => [index + 1, each.text] as const))(
    "has a spec that is right: block %i",
    (index, text) => {
      const path = join(folder, `block-${index}.json`);
      writeFileSync(path, text);
      const { diagnostics } = checkSpec(path);
      expect(diagnostics.map((each) => `${each.code} ${each.message}`)).toEqual([]);
    },
  );
});

describe("docs/syntaxes.md and docs/typescript.md", () => {
  const specs = ["yaml", "ts"].flatMap((ending) =>
    ["docs/syntaxes.md", "docs/typescript.md"]
      .flatMap((page) => blocks(page, ending))
      .map(({ text }, index) => ({ ending, index, text })),
  );

  it.each(specs)("has a spec that is right: $ending $index", ({ ending, index, text }) => {
    const path = join(folder, `syntax-${index}.spec.${ending}`);
    writeFileSync(path, text);
    const { diagnostics } = checkSpec(path);
    expect(diagnostics.map((each) => `${each.code} ${each.message}`)).toEqual([]);
  });
});

describe("the first spec in README.md", () => {
  const project = join(folder, "first");
  const commands = blocks("README.md", "sh")
    .flatMap((each) => each.text.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, ""))
    .filter((line) => line.includes("engine"));

  const run = (command: string) =>
    execFileSync("bash", ["-c", command.replace("dist/cli.js", join(repository, "dist/cli.js"))], {
      cwd: project,
      encoding: "utf8",
    });

  beforeAll(() => {
    mkdirSync(project);
    for (const { before, text } of [
      ...blocks("README.md", "cpp"),
      ...blocks("README.md", "json"),
    ]) {
      const name = /^`(\w+\.[\w.]+)`$/.exec(before)?.[1];
      if (name !== undefined) writeFileSync(join(project, name), text);
    }
    execFileSync("npx", ["tsc", "-p", "tsconfig.build.json"], { cwd: repository });
  });

  it("has three commands", () => {
    expect(commands).toHaveLength(3);
  });

  it("is right", () => {
    expect(hasErrors(checkSpec(join(project, "engine.spec.json")).diagnostics)).toBe(false);
  });

  it("builds, and its tests pass", () => {
    const output = run(commands[0] ?? "");
    expect(output).toMatch(/engine: examples: 6 passed/);
    expect(output).toMatch(/engine: GIL policies: \d+ passed/);
    expect(output).toContain("engine: unproved: 0");
  });

  it("can be imported", () => {
    expect(run(commands[1] ?? "")).toMatch(/^0\.33\d*\n0\.66\d*\n1\.0\n1\.64\d*\n$/);
  });

  it("is followed by one that is refused, with the words that are shown", () => {
    const command = `node dist/cli.js check bad.spec.json 2>&1 || test $? = 1`;
    const shown = blocks("README.md", "").find(({ text }) => text.startsWith("bad.spec.json"));
    expect(run(command).split("\n")[0]).toBe(shown?.text.trim());
  });

  it("is followed by one that would deadlock, with the threads that are shown", () => {
    const command = `node dist/cli.js check jobs.spec.json 2>&1 || test $? = 1`;
    const shown = blocks("README.md", "").find(({ text }) => text.startsWith("jobs.spec.json"));
    expect(run(command)).toContain(shown?.text);
  });

  it("is explained", () => {
    expect(run(commands[2] ?? "")).toMatch(/gil +release when by > 4096 +from this method/);
  });
});
