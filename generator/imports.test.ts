/** Specs that import others: what is known of them, in whatever syntax they are. */
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { check, specFile } from "../tests/language/check.js";
import { checkSpec, filesReadFor, templatesOf } from "./pipeline.js";

const base = {
  module: { name: "base", namespace: "acme" },
  enums: [{ name: "Color", values: ["red"] }],
  exceptions: [{ name: "Error", cpp: "acme::error" }],
  classes: [{ name: "Shape", constructors: [{}], enums: [{ name: "Kind", values: ["flat"] }] }],
};
const json = { "base.spec.json": JSON.stringify(base) };

function returning(imports: readonly unknown[], type: string, parts: object = {}): object {
  return {
    module: { name: "m" },
    imports,
    functions: [{ name: "f", returns: type }],
    ...parts,
  };
}

function annotationOf(content: object, beside: Record<string, string>): string | undefined {
  const { module, report } = check(content, beside);
  expect(report).toBe("");
  const result = module?.functions[0]?.result;
  return result === undefined || result === "deduced" ? undefined : result.annotation.result;
}

test.each([
  ["base.Shape", "base.Shape"],
  ["Shape", "base.Shape"],
  ["acme::Shape", "base.Shape"],
  ["Shape.Kind", "base.Shape.Kind"],
  ["Color", "base.Color"],
  ["std::pair<Shape, base.Color>", "builtins.tuple[base.Shape, base.Color]"],
])("%s is %s", (type, annotation) => {
  expect(annotationOf(returning(["base.spec.json"], type), json)).toBe(annotation);
});

test("Python's name of a module inside a package", () => {
  const imports = [{ spec: "base.spec.json", module: "pkg.base" }];
  expect(annotationOf(returning(imports, "pkg.base.Shape"), json)).toBe("pkg.base.Shape");
});

test("what a spec declares itself comes before what it imports", () => {
  const own = { classes: [{ name: "Shape", cpp: "own::Shape", constructors: [{}] }] };
  const both = {
    ...returning(["base.spec.json"], "Shape", own),
    functions: [
      { name: "f", returns: "Shape" },
      { name: "g", returns: "base.Shape" },
    ],
  };
  expect(annotationOf(both, json)).toBe(".Shape");
});

test("specs of any syntax, and what they import themselves", () => {
  const beside = {
    ...json,
    "middle.spec.yaml":
      "module: { name: middle }\nimports: [base.spec.json]\nclasses:\n- { name: Mid, bases: [Shape] }\n",
    "last.spec.ts":
      'import type { Mid } from "./middle.spec.yaml";\nexport const module = { name: "last" };\nexport declare function g(): Mid;\nexport declare class Last { constructor(); }\n',
  };
  const content = returning(["last.spec.ts"], "std::pair<last.Last, Shape>");
  expect(annotationOf(content, beside)).toBe("builtins.tuple[last.Last, base.Shape]");
  const { module } = check(content, beside);
  expect(module?.imports.map((each) => each.module)).toEqual(["base", "middle", "last"]);
});

test("a build system and --watch know the imported files", () => {
  const path = specFile(returning(["base.spec.json"], "Shape"), json);
  const looked: string[] = [];
  const { value } = checkSpec(path, { look: (each) => looked.push(each) });
  const templates = templatesOf([]).value;
  const imported = join(dirname(path), "base.spec.json");
  expect(value && templates && filesReadFor(value, templates)).toContain(imported);
  expect(looked).toContain(imported);
});

test("converters of a table are registered where no imported module does it", () => {
  const table = { types: { Text: { cpp: "acme::Text", toPython: "acme::text_to_python" } } };
  const taking = { name: "f", params: [{ name: "text", type: "const Text&" }] };
  const user = { module: { name: "user" }, imports: ["table.json"], functions: [taking] };
  const beside = { "table.json": JSON.stringify(table), "user.spec.json": JSON.stringify(user) };
  const convertersFor = (imports: readonly string[]) =>
    check({ module: { name: "m" }, imports, functions: [taking] }, beside).module?.converters;
  expect(convertersFor(["table.json"])).toHaveLength(1);
  expect(convertersFor(["table.json", "user.spec.json"])).toEqual([]);
});

test("a lock, a released destructor and an override are inherited from another module", () => {
  const worker = {
    name: "Worker",
    constructors: [{}],
    copyable: false,
    destructor: "release",
    lock: "self",
    methods: [{ name: "work", virtual: true }],
  };
  const beside = {
    "base.spec.json": JSON.stringify({ ...base, classes: [worker] }),
  };
  const { module, report } = check(
    {
      module: { name: "m" },
      imports: ["base.spec.json"],
      classes: [
        {
          name: "Own",
          bases: ["Worker"],
          copyable: false,
          constructors: [{}],
          methods: [{ name: "rest", virtual: true }],
        },
      ],
    },
    beside,
  );
  expect(report).toBe("");
  const [own] = module?.classes ?? [];
  expect(own?.lock.value).toEqual({ form: "self" });
  expect(own?.destructor.value).toBe("release");
  expect(own?.overridable.map((each) => each.name)).toEqual(["rest", "work"]);
});
