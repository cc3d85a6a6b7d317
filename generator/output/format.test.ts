/** How generated texts are formatted, and when they are not. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { generate, temporaryFolder } from "../../tests/output/folders.js";
import { formatFiles, longestFormatted } from "./format.js";
import type { FormattedFile, GeneratedFile } from "./generated-file.js";

async function format(path: string, content: string): Promise<string> {
  const { value } = await formatFiles([{ path, content }]);
  return String(value?.[0]?.content);
}

it("leaves a text of thousands of functions as it was printed", async () => {
  const line = "int  f( ) ;\n";
  const text = line.repeat(Math.ceil(longestFormatted / line.length) + 1);
  expect(await format("x.cpp", text)).toBe(text);
});

describe("C++", () => {
  it("is formatted", async () => {
    expect(
      await format("x.cpp", "namespace a{int f( ){return 1;}\r\ntemplate<class T> struct S{};}"),
    ).toBe(
      [
        "namespace a {",
        "int f() {",
        "  return 1;",
        "}",
        "template <class T>",
        "struct S {};",
        "}  // namespace a",
        "",
      ].join("\n"),
    );
  });

  it("keeps #line directives as they are, however long and wherever they stand", async () => {
    const long = `#line 1 "example/${"outer/".repeat(30)}f#2"`;
    const lines = [
      "void f() {",
      '#line 1 "example/functions/f#2"',
      "    acme::f( a,b );",
      long,
      "  call(a,",
      '#line 7 "example/functions/g"',
      "     b);",
      "}",
    ];
    const formatted = (await format("x.cpp", lines.join("\n"))).split("\n");
    expect(formatted.filter((line) => line.startsWith("#line"))).toEqual(
      lines.filter((line) => line.startsWith("#line")),
    );
    expect(formatted[2]).toBe("  acme::f(a, b);");
  });

  it("keeps the order of includes", async () => {
    const includes =
      '#include "z.hpp"\n#include <b>\n\n#include <boost/python.hpp>\n#include <a>\n';
    expect(await format("x.hpp", includes)).toBe(includes);
  });

  it("does not touch the inside of raw strings", async () => {
    for (const delimiter of ["cpp", "cc", "pb", "proto", "doc"]) {
      const literal = `R"${delimiter}(int   f( ) ;\n   b:{ c:1 })${delimiter}"`;
      expect(await format("x.cpp", `auto s =   ${literal};`)).toContain(literal);
    }
  });

  it("is stable", async () => {
    const once = await format(
      "x.cpp",
      `void f(){def("f",&${"long_name".repeat(9)},arg("a"),"doc");}`,
    );
    expect(await format("x.cpp", once)).toBe(once);
  });
});

describe("other languages", () => {
  it.each([
    ["x.py", "def f( ):\n  return 'a'\r\n", 'def f():\n    return "a"\n'],
    ["x.pyi", "def f( ) -> None : ...\nx:int\n", "def f() -> None: ...\n\nx: int\n"],
    ["x.json", '{"b":1,\n"a":[1,2]}', '{ "b": 1, "a": [1, 2] }\n'],
    ["x.md", "* a\n* b\n\n```cpp\nint  f( );\n```", "- a\n- b\n\n```cpp\nint  f( );\n```\n"],
    ["CMakeLists.txt", "project( x )\r\nset(a)\rb\n", "project( x )\nset(a)\nb\n"],
    ["py.typed", "", ""],
  ])("%s", async (path, text, expected) => {
    expect(await format(path, text)).toBe(expected);
  });

  it.each([
    ["x.py", "def f(:\n", "Python"],
    ["x.json", '{"a":', "JSON"],
  ])("says that %s is not valid, in one line", async (path, content, language) => {
    const { value, diagnostics } = await formatFiles([{ path, content }]);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.code).toBe("GB0113");
    expect(diagnostics[0]?.message).toMatch(
      new RegExp(`^the generated "${path}" is not valid ${language}: .+$`),
    );
  });
});

it("passes copies of the user's files and bytes on as they are", async () => {
  const files: GeneratedFile[] = [
    { path: "user/x.cpp", content: "int  x ;\r\n", copiedFrom: "x.cpp" },
    { path: "include/y.hpp", content: Buffer.from("int  y ;\r\n") },
  ];
  expect((await formatFiles(files)).value).toEqual(files);
});

describe("a second run", () => {
  const files: GeneratedFile[] = [
    { path: "src/x.cpp", content: "int  x( ) ;" },
    { path: "x.py", content: "x  = 1" },
    { path: "x.json", content: '{"a":1}' },
    { path: "x.md", content: "* a" },
    { path: "CMakeLists.txt", content: "x" },
  ];

  async function run(folder: string, given = files): Promise<readonly FormattedFile[]> {
    const { value = [] } = await formatFiles(given, folder);
    generate(folder, value);
    return value;
  }

  it("takes what did not change from the disk", async () => {
    const folder = temporaryFolder();
    const first = await run(folder);
    const second = await run(folder);
    const text = (list: readonly FormattedFile[]) =>
      list.map(({ path, content, source }) => ({
        path,
        source,
        content: Buffer.from(content).toString(),
      }));
    expect(text(second)).toEqual(text(first));
    expect(second.map(({ content }) => content instanceof Uint8Array)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it("needs no formatter where nothing changed", async () => {
    const folder = temporaryFolder();
    await run(folder);
    vi.resetModules();
    const refuse = (): never => {
      throw new Error("loaded");
    };
    vi.doMock("@wasm-fmt/clang-format", refuse);
    vi.doMock("@wasm-fmt/ruff_fmt", refuse);
    vi.doMock("prettier/standalone", refuse);
    try {
      const { formatFiles: formatAgain } = await import("./format.js");
      expect((await formatAgain(files, folder)).value).toHaveLength(files.length);
      await expect(formatAgain(files)).rejects.toThrow();
    } finally {
      vi.doUnmock("@wasm-fmt/clang-format");
      vi.doUnmock("@wasm-fmt/ruff_fmt");
      vi.doUnmock("prettier/standalone");
    }
  });

  it("formats again what changed in the input", async () => {
    const folder = temporaryFolder();
    await run(folder);
    const [file] = await run(folder, [{ path: "src/x.cpp", content: "int  y( ) ;" }]);
    expect(file?.content).toBe("int y();\n");
  });

  it("formats again what the user changed on disk", async () => {
    const folder = temporaryFolder();
    await run(folder);
    writeFileSync(join(folder, "src/x.cpp"), "changed");
    const { value } = await formatFiles(files, folder);
    expect(value?.[0]?.content).toBe("int x();\n");
  });

  it("formats again what another formatter wrote", async () => {
    const folder = temporaryFolder();
    await run(folder);
    const path = join(folder, "gen-bindings.manifest.json");
    const source = JSON.parse(readFileSync(path, "utf8")).files.find(
      (each: { path: string }) => each.path === "src/x.cpp",
    ).source;
    writeFileSync(path, readFileSync(path, "utf8").replace(source, "0".repeat(64)));
    const { value } = await formatFiles(files, folder);
    expect(value?.[0]?.content).toBe("int x();\n");
  });
});
