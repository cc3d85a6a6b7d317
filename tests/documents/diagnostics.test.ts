/** The page of diagnostics: a section for each code, whose examples yield what they say. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { catalogue, type DiagnosticCode } from "../../generator/diagnostics/catalogue.js";
import { compileProgram, program } from "../command-line/program.js";
import { check } from "../language/check.js";
import { put, type Tree, temporaryFolder } from "../output/folders.js";

const page = readFileSync(
  fileURLToPath(new URL("../../docs/diagnostics.md", import.meta.url)),
  "utf8",
);

/** What the examples find beside the spec. */
const BESIDE: Tree = {
  "there.cpp": "",
  "there.hpp": "",
  "include/": "",
  "m.spec.json": '{ "module": { "name": "m" }, "functions": [{ "name": "f" }] }',
  "other.spec.json": '{ "module": { "name": "other" } }',
  "base.spec.json": JSON.stringify({
    module: { name: "base", namespace: "acme" },
    classes: [
      { name: "Shape", constructors: [{}] },
      { name: "Printer", constructors: [{}], lock: "module" },
    ],
  }),
  "third.spec.json": JSON.stringify({
    module: { name: "third", namespace: "third" },
    classes: [{ name: "Shape", constructors: [{}] }],
  }),
  "shared.types.json": '{ "types": { "Progress": { "callback": "void(double fraction)" } } }',
  "circular.spec.json": '{ "module": { "name": "circular" }, "imports": ["m.spec.json"] }',
};

interface Section {
  readonly code: string;
  readonly title: string;
  readonly syntax?: "json" | "yaml" | "ts" | undefined;
  readonly wrong?: string | undefined;
  readonly right?: string | undefined;
  /** A script that shows it. */
  readonly script?: string | undefined;
  /** A command that shows it on a machine where something is missing or broken: not run. */
  readonly command?: string | undefined;
}

const sections: readonly Section[] = page
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const [heading = ""] = text.split("\n");
    const [, code = "", title = ""] = /^(GB\d{4}): (.*)$/.exec(heading) ?? [];
    const block = (before: RegExp) =>
      new RegExp(`${before.source}\\n([\\s\\S]*?)\\n\`\`\`$`, "m").exec(text)?.[1];
    const syntax = /^```(json|yaml|ts)$/m.exec(text)?.[1] as Section["syntax"];
    return {
      code,
      title,
      syntax,
      wrong: block(new RegExp(`^Wrong:\\n\\n\`\`\`${syntax}`)),
      right: block(new RegExp(`^Right:\\n\\n\`\`\`${syntax}`)),
      script: block(/^```sh/),
      command: block(/^```console/),
    };
  });

test("every code has a section of its title, in the order of the codes", () => {
  const titles = Object.entries(catalogue).map(([code, { title }]) => `${code}: ${title}`);
  expect(sections.map(({ code, title }) => `${code}: ${title}`)).toEqual(titles.sort());
});

test("every section shows its diagnostic in one way", () => {
  const ways = ({ wrong, right, script, command }: Section) => [
    wrong !== undefined && right !== undefined,
    script !== undefined,
    command !== undefined,
  ];
  const others = sections.filter((each) => ways(each).filter(Boolean).length !== 1);
  expect(others.map(({ code }) => code)).toEqual([]);
});

test("what depends on a spec alone is shown by one", () => {
  // Files that can't be shown in a block, and what only generating or building finds, are not.
  const others = ["GB1001", "GB1002", "GB1003", "GB1004", "GB2084", "GB4008", "GB4009", "GB9001"];
  const found = sections.filter((each) => !each.code.startsWith("GB0") && each.wrong === undefined);
  expect(found.map(({ code }) => code)).toEqual(others);
});

describe("what is wrong has its code and no other; what is right has none", () => {
  test.each(sections.filter(({ wrong }) => wrong !== undefined))(
    "$code: $title",
    ({ code, syntax, wrong = "", right = "" }) => {
      expect(check(wrong, BESIDE, syntax).codes).toEqual([code]);
      expect(check(right, BESIDE, syntax).codes).toEqual([]);
    },
  );
});

describe("what is shown by commands", () => {
  beforeAll(compileProgram);

  test.each(sections.filter(({ script }) => script !== undefined))(
    "$code: $title",
    ({ code, script = "" }) => {
      const bin = temporaryFolder();
      const shim = join(bin, "gen-bindings");
      writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
      chmodSync(shim, 0o755);
      const cwd = temporaryFolder();
      put(cwd, BESIDE);
      const { stderr } = spawnSync("sh", ["-c", script], {
        cwd,
        encoding: "utf8",
        env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
      });
      const severity = catalogue[code as DiagnosticCode].severity;
      expect(stderr.match(/(?:error|warning) GB\d{4}/g), stderr).toEqual([`${severity} ${code}`]);
    },
  );
});
