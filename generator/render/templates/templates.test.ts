/** Folders of templates over this program's own: what is taken from where, and what is refused. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check, spec } from "../../../tests/language/check.js";
import { put, type Tree, temporaryFolder } from "../../../tests/output/folders.js";
import { reportText } from "../../diagnostics/report.js";
import { generateFiles, templatesOf } from "../../pipeline.js";
import { checkTemplates, parseTemplates } from "./check-templates.js";
import { readContextDescription } from "./context-description.js";
import { readTemplates } from "./template-set.js";

const MODULE = spec({
  functions: [{ name: "f", gil: "release" }],
  classes: [{ name: "Box" }, { name: "Crate" }],
});

/** Folders with these files, the last one uppermost. */
function overlays(trees: readonly Tree[]): readonly string[] {
  return trees.map((tree) => {
    const folder = join(temporaryFolder(), "own");
    put(folder, tree);
    return folder;
  });
}

/** What is generated of a module, or what is told: without the folders' own paths. */
async function generate(
  ...trees: readonly Tree[]
): Promise<{ readonly files: Tree; readonly report: string; readonly codes: readonly string[] }> {
  const folders = overlays(trees);
  const templates = templatesOf(folders);
  const { checked } = check(MODULE);
  if (checked === undefined) throw new Error("the spec of the test is wrong");
  const printed =
    templates.value &&
    (await generateFiles(checked, temporaryFolder(), { templates: templates.value }));
  const diagnostics = [...templates.diagnostics, ...(printed?.diagnostics ?? [])];
  return {
    files: Object.fromEntries(
      (printed?.value ?? []).map(({ path, content }) => [path, Buffer.from(content).toString()]),
    ),
    codes: diagnostics.map((each) => each.code),
    report: folders.reduce(
      (text, folder) => text.replaceAll(`${folder}`, "own"),
      reportText(diagnostics, false),
    ),
  };
}

describe("the templates of this program", () => {
  it("use what exists, and every partial is used", () => {
    const own = fileURLToPath(new URL("../../../templates", import.meta.url));
    const set = readTemplates(own).value;
    const parsed = set && parseTemplates(set).value;
    if (set === undefined || parsed === undefined) throw new Error("they can't be read");
    const partials = new Map(
      [...set.partials].map(([name, one]) => [name, { ...one, isBuiltIn: false }]),
    );
    const trees = new Map(
      [...set.partials].map(([name, one]) => [partials.get(name), parsed.get(one)]),
    );
    const all = new Map([...parsed, ...trees]) as typeof parsed;
    const found = checkTemplates({ ...set, partials }, all, readContextDescription(), new Set());
    expect(reportText(found, false)).toBe("");
    expect(set.partials.size).toBeGreaterThan(20);
  });
});

describe("a folder of templates", () => {
  it("replaces a file and a partial, and adds files", async () => {
    const plain = await generate();
    const { files, report } = await generate({
      "partials/trampoline.hbs": "",
      "partials/constant.hbs": "",
      "py.typed": "partial\n",
      "docs/{{class}}.txt.hbs": "{{pythonPath}} of {{module}}\n",
      "{{module}}.txt.hbs": "{{#each classes}}{{pythonPath}};{{/each}}\n",
      "notes/plain.txt": "{{not printed}}\n",
    });
    expect(report).toBe("");
    expect(files["docs/Box.txt"]).toBe("Box of m\n");
    expect(files["docs/Crate.txt"]).toBe("Crate of m\n");
    expect(files["m.txt"]).toBe("Box;Crate;\n");
    expect(files["notes/plain.txt"]).toBe("{{not printed}}\n");
    expect(files["py.typed"]).toBe("partial\n");
    expect(files["src/module.cpp"]).toBe(plain.files["src/module.cpp"]);
    expect(Object.keys(files).length).toBe(Object.keys(plain.files).length + 4);
  });

  it("comes after one that is named before it", async () => {
    const first = {
      "a.txt": "first",
      "b.txt": "first",
      "partials/hooks/module_end.hbs": "// first\n",
    };
    const second = {
      "b.txt.hbs": "second {{name}}",
      "partials/hooks/module_end.hbs": "// second\n",
    };
    const { files } = await generate(first, second);
    expect([files["a.txt"], files["b.txt"]]).toEqual(["first", "second m"]);
    expect(files["src/module.cpp"]).toContain("// second");
    expect(files["src/module.cpp"]).not.toContain("// first");
  });

  it("makes no file of a template that prints nothing", async () => {
    const { files } = await generate({ "src/module.cpp.hbs": "{{! nothing }}\n" });
    expect(Object.keys(files)).not.toContain("src/module.cpp");
  });

  it("keeps bytes that are no text", async () => {
    const folder = overlays([{}])[0] ?? "";
    put(folder, { "x/": "" });
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(folder, "x", "icon.png"), Buffer.from([0x89, 0xff, 0x00]));
    const { checked } = check(MODULE);
    const templates = templatesOf([folder]).value;
    const files =
      checked && templates && (await generateFiles(checked, folder, { templates })).value;
    const icon = files?.find(({ path }) => path === "x/icon.png");
    expect([...Buffer.from(icon?.content ?? "")]).toEqual([0x89, 0xff, 0x00]);
  });
});

describe("hooks", () => {
  it("stand where they say", async () => {
    const names = ["before_call", "region_begin", "region_end", "after_call"];
    const tree = Object.fromEntries(
      names.map((name) => [
        `partials/hooks/${name}.hbs`,
        `// ${name} of {{id}}: {{regionState}}\n`,
      ]),
    );
    const { files, report } = await generate(tree);
    expect(report).toBe("");
    const [, body = ""] = (files["src/module.cpp"] ?? "").split("gen_bindings_call_f()");
    const order = [
      "before_call",
      "after_call",
      "without_gil",
      "region_begin",
      "region_end",
      "return",
    ];
    const at = order.slice(0, -1).map((each) => body.indexOf(each));
    expect(at.toSorted((a, b) => a - b)).toEqual(at);
    expect(body).toContain("// region_begin of f: detached");
  });
});

describe("what is refused", () => {
  const refused: Readonly<Record<string, readonly [tree: Tree, ...told: readonly string[]]>> = {
    "a field that does not exist": [
      { "a.txt.hbs": "x\n{{naem}}" },
      'own/a.txt.hbs:2:3: error GB0404: there is no "naem" in an object (ModuleView)',
      'did you mean "name"?',
    ],
    "one in a condition": [
      { "a.txt.hbs": "{{#if usesNumpi}}x{{/if}}" },
      'did you mean "usesNumpy"?',
    ],
    "one in a list": [
      { "a.txt.hbs": "{{#each classes}}\n{{pythonPaht}}{{/each}}" },
      "own/a.txt.hbs:2:3: error GB0404",
      'did you mean "pythonPath"?',
    ],
    "one of the context around": [
      { "a.txt.hbs": "{{#each classes}}{{generator}}{{/each}}" },
      'did you mean "../generator"?',
    ],
    "one in a named list": [
      { "a.txt.hbs": "{{#each classes as |one|}}{{one.cpq}}{{/each}}" },
      'did you mean "cpp"?',
    ],
    "one with an object around it": [
      { "a.txt.hbs": "{{#with tests}}{{prufs.length}}{{/with}}" },
      "GB0404",
    ],
    "one in a partial": [
      { "partials/constant.hbs": "{{enclosing}}\n{{kind}}" },
      'own/partials/constant.hbs:2:3: error GB0404: there is no "kind" in an object (ConstantView)',
    ],
    "one that a partial is given": [
      { "a.txt.hbs": "{{> mine this outer=nome}}", "partials/mine.hbs": "{{outer}}" },
      'own/a.txt.hbs:1:21: error GB0404: there is no "nome"',
    ],
    "one that a partial is not given": [
      { "a.txt.hbs": "{{> mine}}", "partials/mine.hbs": "{{name}}" },
      'own/partials/mine.hbs:1:3: error GB0404: there is no "name"',
      "there are: none",
    ],
    "one in a stub": [
      { "{{stub}}.txt.hbs": "{{classes.length}}{{clases}}" },
      'did you mean "classes"?',
    ],
    "one of @": [{ "a.txt.hbs": "{{@rooot.name}}" }, 'did you mean "@root"?'],
    "a hook that @hooks does not have": [
      { "a.txt.hbs": "{{#if @hooks.befor_call}}x{{/if}}" },
      "before_call",
    ],
    "what may be null": [
      { "partials/adapted_call.hbs": "{{failure.when}}" },
      'error GB0405: "failure" may be null',
    ],
    "a list that is printed": [
      { "a.txt.hbs": "{{classes}}" },
      'GB0406: "classes" is a list, where a text is needed',
    ],
    "an object that is printed": [
      { "a.txt.hbs": "{{#each classes}}{{this}}{{/each}}" },
      "an object (ClassView)",
    ],
    "a text that is walked": [
      { "a.txt.hbs": "{{#each name}}x{{/each}}" },
      '"name" is a text, where a list is needed',
    ],
    "a list in place of a condition": [
      { "a.txt.hbs": "{{#present classes}}x{{/present}}" },
      '"classes" is a list, where a text is needed',
    ],
    "what would stand for an absent entry": [
      { "a.txt.hbs": "{{#present name}}x{{else}}y{{/present}}" },
      "GB0410",
      "{{#present}} with an {{else}}",
    ],
    "a text with fields": [{ "a.txt.hbs": "{{name.short}}" }, 'GB0406: "name" is a text'],
    "a partial that does not exist": [
      { "a.txt.hbs": "{{> clas this}}" },
      'GB0407: there is no partial "clas"',
      'did you mean "class"?',
    ],
    "a partial that nobody uses": [
      { "partials/hooks/befor_call.hbs": "x" },
      'own/partials/hooks/befor_call.hbs:1:1: error GB0408: no template uses the partial "hooks/befor_call"',
      'did you mean "hooks/before_call"?',
    ],
    "a partial of another ending": [
      { "partials/class.txt": "" },
      "own/partials/class.txt",
      "a partial ends in .hbs",
    ],
    "two templates for one file": [{ "a.txt": "", "a.txt.hbs": "" }, "GB0402"],
    "a helper that does not exist": [
      { "a.txt.hbs": "{{upper name}}" },
      'GB0409: there is no helper "upper"',
    ],
    "one in an expression": [
      { "a.txt.hbs": "{{#if (eq name 'x')}}{{/if}}" },
      'GB0409: there is no helper "eq"',
    ],
    "a section": [
      { "a.txt.hbs": "{{#classes}}x{{/classes}}" },
      "GB0410",
      "{{#each classes}} … {{/each}}",
    ],
    "a partial with a block": [{ "a.txt.hbs": "{{#> class}}x{{/class}}" }, "GB0410"],
    "a decorator": [{ "a.txt.hbs": '{{#*inline "x"}}y{{/inline}}' }, "GB0410"],
    "a partial whose name is computed": [{ "a.txt.hbs": "{{> (lookup . 'name')}}" }, "GB0410"],
    "the context around a partial": [
      { "partials/constant.hbs": "{{../name}}" },
      "GB0410",
      "leads out of this file",
    ],
    "a placeholder that is none": [
      { "docs/{{clas}}.txt.hbs": "x" },
      "GB0411: {{clas}} in the name of",
      'did you mean "class"?',
    ],
    "two placeholders": [{ "{{class}}/{{stub}}.txt.hbs": "x" }, "GB0411"],
    "an end that is missing": [
      { "a.txt.hbs": "x\n{{#if name}}y" },
      "own/a.txt.hbs:2:1: error GB0403",
      "the end of the file",
    ],
    "an end of another": [
      { "a.txt.hbs": "{{#if name}}y{{/each}}" },
      "GB0403",
      "if doesn't match each",
    ],
    "another version of the context": [{ "overlay.json": '{ "contextVersion": 99 }' }, "GB0413"],
    "an overlay.json of another form": [{ "overlay.json": '{ "version": 1 }' }, "GB0402"],
  };

  it.each(Object.entries(refused))("%s", async (_, [tree, ...told]) => {
    const { report, codes, files } = await generate(tree);
    expect(codes).toHaveLength(1);
    for (const each of told) expect(report).toContain(each);
    expect(files).toEqual({});
  });

  it("a folder that is not there", () => {
    const { diagnostics } = templatesOf([join(temporaryFolder(), "nothing")]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["GB0401"]);
  });
});

it("present puts #if around what may be absent, and nothing around all else", async () => {
  const lines = "{{#each classes}}\n{{#present presence}}\n{{pythonPath}}\n{{/present}}\n{{/each}}";
  const { files } = await generate({
    "a.txt.hbs": `{{#present name}}\nx\n{{/present}}\n${lines}\n`,
  });
  expect(files["a.txt"]).toMatch(/^#if m\nx\n#endif\n(?:\w+\n)+$/);
});

describe("what is right", () => {
  const right: Readonly<Record<string, string>> = {
    "else of a list": "{{#each classes}}{{pythonPath}}{{else}}{{name}}{{/each}}",
    "else if": "{{#if usesNumpy}}a{{else if docLiteral}}{{docLiteral}}{{/if}}",
    "a list's length": "{{classes.length}} {{classes.0.pythonPath}}",
    indices: "{{#each classes}}{{@index}}{{@first}}{{@last}}{{@root.name}}{{/each}}",
    names: "{{#each classes as |one index|}}{{index}}{{one.pythonPath}}{{../name}}{{/each}}",
    "what is asked for first":
      "{{#each callBodies}}{{#if condition}}{{condition.expression}}{{/if}}{{/each}}",
    "what is not asked for":
      "{{#each callBodies}}{{#unless adapted}}x{{else}}{{adapted.call}}{{/unless}}{{/each}}",
    with: "{{#each callBodies}}{{#with condition}}{{expression}}{{../id}}{{/with}}{{/each}}",
    "the context around": "{{#each classes}}{{#each definitions}}{{../../name}}{{/each}}{{/each}}",
    lookup: "{{lookup this 'name'}}",
  };

  it.each(Object.entries(right))("%s", async (_, text) => {
    // What follows an error is not checked: here there is none.
    expect((await generate({ "a.txt.hbs": `${text}.` })).report).toBe("");
  });
});
