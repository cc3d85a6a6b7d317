/** Specs in another syntax and back: the same document, the same comments. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { convert } from "../../generator/convert/convert.js";
import { reportText } from "../../generator/diagnostics/report.js";
import { sourceText } from "../../generator/diagnostics/source-text.js";
import { plainData } from "../../generator/spec/document.js";
import { loadDocument } from "../../generator/spec/load.js";
import type { Syntax } from "../../generator/spec/syntax.js";
import { compileProgram, program } from "../command-line/program.js";
import { put, temporaryFolder, treeOf } from "../output/folders.js";
import { allSpecs } from "./all-specs.js";

function load(text: string, syntax: Syntax) {
  const source = sourceText(`m.spec.${syntax}`, text);
  const { value, diagnostics } = loadDocument(source);
  if (value === undefined) throw new Error(reportText(diagnostics, false));
  return { source, root: value, data: plainData(value) };
}

async function converted(text: string, from: Syntax, to: Syntax): Promise<string> {
  const { source, root } = load(text, from);
  return convert(source, root, to);
}

describe.each(["yaml", "ts"] as const)("to %s and back", (syntax) => {
  test.each(allSpecs)("%s", async (path) => {
    const text = readFileSync(path, "utf8");
    const other = await converted(text, "json", syntax);
    expect(load(other, syntax).data).toEqual(JSON.parse(text));
    expect(JSON.parse(await converted(other, syntax, "json"))).toEqual(JSON.parse(text));
  });
});

const COMMENTED = `// Of the whole file.
{
  // Of the module.
  "module": { "name": "m", "doc": "Text." }, // behind it
  "functions": [
    // Of the first function,
    // on two lines.
    {
      "name": "f",
      "gil": "release" // as it waits
    },
    /* Of the second one. */
    { "name": "g" }
  ]
  // At the end.
}
`;

describe("comments", () => {
  const words = [
    "Of the whole file.",
    "Of the module.",
    "behind it",
    "Of the first function,",
    "on two lines.",
    "as it waits",
    "Of the second one.",
    "At the end.",
  ];
  const found = (text: string) =>
    text.match(new RegExp(words.join("|").replaceAll(".", "\\."), "g"))?.toSorted();

  test.each([["yaml"], ["ts"], ["yaml", "ts"], ["ts", "yaml"]] as const)(
    "from JSON by %s %s and back",
    async (...way) => {
      let [text, from]: [string, Syntax] = [COMMENTED, "jsonc"];
      for (const to of [...way, "jsonc"] as const) {
        text = await converted(text, from, to);
        from = to;
        expect(found(text), text).toEqual(words.toSorted());
      }
      expect(load(text, "jsonc").data).toEqual(load(COMMENTED, "jsonc").data);
    },
  );

  test("stand where they stood", async () => {
    const yaml = await converted(COMMENTED, "jsonc", "yaml");
    expect(yaml).toContain("# Of the first function,\n  # on two lines.\n  - name: f\n");
    expect(yaml).toContain("gil: release # as it waits\n");
    const ts = await converted(COMMENTED, "jsonc", "ts");
    expect(ts).toContain("// Of the second one.\nexport declare function g(): void;\n");
    const back = await converted(yaml, "yaml", "jsonc");
    expect(back).toContain('"gil": "release" // as it waits\n');
  });

  test("are left out of JSON, which has none", async () => {
    expect(JSON.parse(await converted(COMMENTED, "jsonc", "json"))).toEqual(
      load(COMMENTED, "jsonc").data,
    );
  });
});

/** Texts that a comment of TypeScript, or YAML, could take for something else. */
const texts = [
  "ends a comment */ early",
  " blanks around ",
  "a line\n  and one that is indented\n",
  "an @gil release inside",
  "{ no JSON }",
  "[1, 2",
  "true",
  "1.0",
  "no",
  "# no comment",
  "`one quote",
  "- dash: colon",
  "",
  "\ttab\r\n\u0000\u2028\ud800",
];

describe.each(["yaml", "ts"] as const)("texts in %s", (syntax) => {
  test.each(texts)("%j", async (text) => {
    const params = [{ name: "n", type: text, default: `${text}x`, doc: text }, { type: text }];
    const examples = [{ call: text, returns: text, setup: text }, { call: `x${text}` }];
    const one = { name: "f", doc: text, cpp: `x ${text}`, returns: text, params, examples };
    const spec = {
      module: { name: "m", doc: text },
      types: { T: { cpp: text, doc: text }, U: { callback: text } },
      functions: [one, { name: text, gil: { policy: "release", when: `1 ${text}` } }],
      classes: [{ name: text, operators: [text, `self ${text}`], methods: [one] }],
      enums: [{ name: "E", values: [text, { name: text, cpp: text }] }],
    };
    const root = load(JSON.stringify(spec), "json").data;
    const other = await converted(JSON.stringify(spec), "json", syntax);
    expect(load(other, syntax).data).toEqual(root);
  });
});

test("in TypeScript a name is written where it is seen, and as C++ where it needs its path", async () => {
  const method = (...types: string[]) => ({
    name: "f",
    params: types.map((type) => ({ name: type.replace(/\W/g, "_"), type })),
  });
  const classes = [
    {
      name: "Outer",
      methods: [method("Inner", "Outer.Inner", "Other")],
      classes: [
        {
          name: "Inner",
          methods: [method("Mode", "Depth&", "Inner")],
          enums: [{ name: "Depth", values: ["a"] }],
        },
      ],
      enums: [{ name: "Mode", values: ["b"] }],
    },
    { name: "Other", methods: [method("Mode")] },
  ];
  const spec = { module: { name: "m" }, classes };
  const ts = await converted(JSON.stringify(spec), "json", "ts");
  const types = [...ts.matchAll(/\bf\((.*)\): void/g)].map(([, parameters]) => parameters);
  expect(types).toEqual([
    'Inner: Cpp<"Inner">, Outer_Inner: Outer.Inner, Other: Other',
    'Mode: Mode, Depth_: Cpp<"Depth&">, Inner: Inner',
    'Mode: Cpp<"Mode">',
  ]);
  expect(load(ts, "ts").data).toEqual(spec);
});

test.each(["jsonc", "yaml", "ts"] as const)("from Windows, by %s and back", async (to) => {
  const lines = (text: string) => text.replaceAll("\n", "\r\n");
  const text = COMMENTED.replace('"Text."', '"Text.\\n\\n- one\\n- two"');
  const there = await converted(lines(text), "jsonc", to);
  expect(there).toBe(lines(await converted(text, "jsonc", to)));
  expect(load(there, to).data).toEqual(load(text, "jsonc").data);
  const back = await converted(there, to, "jsonc");
  expect(back).toBe(lines(await converted(there.replaceAll("\r\n", "\n"), to, "jsonc")));
});

describe("the command", () => {
  beforeAll(compileProgram);

  test("writes beside the spec, and replaces nothing unless it is told to", () => {
    const folder = temporaryFolder();
    put(folder, { "m.spec.json": '{ "module": { "name": "m" } }' });
    const run = (...words: string[]) => {
      const { status, stderr } = spawnSync(process.execPath, [program, "convert", ...words], {
        cwd: folder,
        encoding: "utf8",
      });
      return { status, codes: stderr.match(/GB\d{4}/g) ?? [] };
    };
    expect(run("m.spec.json", "--to", "ts")).toEqual({ status: 0, codes: [] });
    expect(treeOf(folder)["m.spec.ts"]).toContain('export const module = { name: "m" }');
    expect(run("m.spec.json", "--to", "ts")).toEqual({ status: 1, codes: ["GB0007"] });
    put(folder, { "m.spec.ts": "" });
    expect(run("m.spec.json", "--to", "ts", "--force")).toEqual({ status: 0, codes: [] });
    expect(treeOf(folder)["m.spec.ts"]).not.toBe("");
    expect(run("m.spec.json", "--to", "toml").status).toBe(2);
    put(folder, { "wrong.spec.yaml": "module: 1" });
    expect(run("wrong.spec.yaml", "--to", "json")).toEqual({ status: 1, codes: ["GB1011"] });
    expect(Object.keys(treeOf(folder))).not.toContain("wrong.spec.json");
  });
});

/** The specs of specs/ are kept in TypeScript as well. */
describe("specs that are kept in two syntaxes", () => {
  const folder = fileURLToPath(new URL("../../specs/", import.meta.url));

  test.each(allSpecs.filter((path) => path.startsWith(folder)))("%s", (path) => {
    const ts = readFileSync(path.replace(/\.json$/, ".ts"), "utf8");
    expect(load(ts, "ts").data).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });
});
