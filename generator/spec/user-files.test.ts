/** Which of the user's files are copied into the output, and where they lie there. */

import * as nodeFileSystem from "node:fs";
import { symlinkSync, truncateSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../../tests/output/folders.js";
import { sourceText } from "../diagnostics/source-text.js";
import { collectUserFiles, type PathInSpec, type UserFilesRequest } from "./user-files.js";

const spec = sourceText("example.spec.json", "sources headers includeDirs");

let root = "";
let specFolder = "";

beforeEach(() => {
  root = temporaryFolder();
  specFolder = join(root, "specs/example");
  put(specFolder, { "example.spec.json": "" });
});

const at =
  (start: number) =>
  (text: string): PathInSpec => ({
    text,
    span: { source: spec, start, end: start + 1 },
  });

interface Given {
  readonly sources?: readonly string[];
  readonly headers?: readonly string[];
  readonly includeDirs?: readonly string[];
  readonly fileSystem?: UserFilesRequest["fileSystem"];
}

function collect({ sources = [], headers = [], includeDirs = [], fileSystem }: Given) {
  const { value, diagnostics } = collectUserFiles({
    specFolder,
    sources: sources.map(at(0)),
    headers: headers.map(at(8)),
    includeDirs: includeDirs.map(at(16)),
    ...(fileSystem && { fileSystem }),
  });
  return {
    paths: value?.files.map(({ path }) => path),
    files: value?.files,
    sources: value?.sources,
    includeDirs: value?.includeDirs,
    messages: diagnostics.map(({ code, message }) => `${code}: ${message}`),
    diagnostics,
  };
}

describe("what is copied", () => {
  it("is nothing where nothing is named", () => {
    expect(collect({})).toMatchObject({
      paths: [],
      sources: [],
      includeDirs: ["user"],
      messages: [],
    });
  });

  it("is each source and header, byte for byte, with the path that the user knows", () => {
    put(specFolder, { "example.cpp": "int  x;\r\n", "example.hpp": "" });
    const result = collect({ sources: ["example.cpp"], headers: ["example.hpp"] });
    expect(result.messages).toEqual([]);
    expect(result.files).toEqual([
      {
        path: "user/example.cpp",
        from: join(specFolder, "example.cpp"),
        content: Buffer.from("int  x;\r\n"),
      },
      { path: "user/example.hpp", from: join(specFolder, "example.hpp"), content: Buffer.from("") },
    ]);
    expect(result.sources).toEqual(["user/example.cpp"]);
    expect(result.includeDirs).toEqual(["user"]);
  });

  it("is what the files include, and what that includes, each once", () => {
    put(specFolder, {
      "a.cpp": '#include "detail/b.hpp"\n  #  include  "c.hpp" // c\n#include"d.hpp"\r\n',
      "detail/b.hpp": '#include "near.hpp"\n#include "c.hpp"\n#include "../c.hpp"\n',
      "detail/near.hpp": '#include "b.hpp"\n',
      "c.hpp": '#include "a.cpp"\n',
      "d.hpp": "",
      "unused.hpp": "",
    });
    const result = collect({ sources: ["a.cpp", "./a.cpp"] });
    expect(result.messages).toEqual([]);
    expect(result.paths).toEqual([
      "user/a.cpp",
      "user/c.hpp",
      "user/d.hpp",
      "user/detail/b.hpp",
      "user/detail/near.hpp",
    ]);
    expect(result.sources).toEqual(["user/a.cpp"]);
  });

  it("is not what stands in angle brackets, nor what is found nowhere, nor absolute", () => {
    put(specFolder, {
      "angle.hpp": "",
      "root/x.hpp": "",
      "a.cpp": [
        "#include <angle.hpp>",
        '#include "gen_bindings/gil.hpp"',
        '#include "/root/x.hpp"',
        'x #include "angle.hpp"',
      ].join("\n"),
    });
    expect(collect({ sources: ["a.cpp"], headers: ["<angle.hpp>", "<re2/re2.h>"] })).toMatchObject({
      paths: ["user/a.cpp"],
      messages: [],
    });
  });

  it("is looked for beside the including file first, then beside the spec, then in includeDirs", () => {
    put(specFolder, {
      "src/a.cpp": '#include "x.hpp"\n#include "y.hpp"\n#include "z.hpp"\n',
      "src/x.hpp": "",
      "x.hpp": "",
      "y.hpp": "",
      "one/y.hpp": "",
      "one/z.hpp/": "",
      "two/z.hpp": "",
    });
    const result = collect({ sources: ["src/a.cpp"], includeDirs: ["one", "two"] });
    expect(result.paths).toEqual([
      "user/src/a.cpp",
      "user/src/x.hpp",
      "user/two/z.hpp",
      "user/y.hpp",
    ]);
    expect(result.includeDirs).toEqual(["user", "user/two"]);
  });

  it("is found from a relative folder too", () => {
    put(specFolder, { "a.cpp": '#include "b.hpp"\n', "b.hpp": '#include "a.cpp"\n' });
    specFolder = relative(process.cwd(), specFolder);
    const { paths, files } = collect({ sources: ["a.cpp"] });
    expect(paths).toEqual(["user/a.cpp", "user/b.hpp"]);
    expect(files?.map(({ from }) => from)).toEqual([`${specFolder}/a.cpp`, `${specFolder}/b.hpp`]);
  });

  it("is the content of a file that a link leads to", () => {
    put(root, { "elsewhere/real.cpp": "real\n" });
    symlinkSync("../../elsewhere/real.cpp", join(specFolder, "a.cpp"));
    const result = collect({ sources: ["a.cpp"] });
    expect(result.paths).toEqual(["user/a.cpp"]);
    expect(String(result.files?.[0]?.content)).toBe("real\n");
  });
});

describe("where it lies", () => {
  it("keeps relative includes working for files outside the spec's folder", () => {
    put(root, {
      "specs/example/a.cpp": '#include "../../include/lib/lib.hpp"\n',
      "include/lib/lib.hpp": '#include "lib/detail.hpp"\n',
      "include/lib/detail.hpp": "",
      "src/lib.cpp": "",
    });
    const result = collect({
      sources: ["../../src/lib.cpp", "a.cpp"],
      headers: ["lib/lib.hpp"],
      includeDirs: ["../../include"],
    });
    expect(result.messages).toEqual([]);
    expect(result.paths).toEqual([
      "user/include/lib/detail.hpp",
      "user/include/lib/lib.hpp",
      "user/specs/example/a.cpp",
      "user/src/lib.cpp",
    ]);
    expect(result.sources).toEqual(["user/src/lib.cpp", "user/specs/example/a.cpp"]);
    expect(result.includeDirs).toEqual(["user/specs/example", "user/include"]);
  });

  it("does not take a folder for another whose name begins the same", () => {
    put(root, {
      "specs/example2/x.hpp": "",
      "specs/example/a.cpp": '#include "../example2/x.hpp"\n',
    });
    expect(collect({ sources: ["a.cpp"] }).paths).toEqual([
      "user/example/a.cpp",
      "user/example2/x.hpp",
    ]);
  });

  it("is the same wherever the project lies", () => {
    const places = ["one", "two/three"].map((place) => {
      specFolder = join(root, place, "specs/example");
      put(specFolder, { "a.cpp": '#include "../../x.hpp"\n', "../../x.hpp": "" });
      return collect({ sources: ["a.cpp"], includeDirs: ["../.."] });
    });
    expect(places[0]?.paths).toEqual(["user/specs/example/a.cpp", "user/x.hpp"]);
    expect(places[1]?.paths).toEqual(places[0]?.paths);
    expect(places[1]?.includeDirs).toEqual(["user/specs/example", "user"]);
  });
});

describe("what is refused", () => {
  it("a source that is not there, with the name it may have meant", () => {
    put(specFolder, { "example.cpp": "" });
    const { paths, messages, diagnostics } = collect({ sources: ["exampel.cpp"] });
    expect(paths).toBeUndefined();
    expect(messages).toEqual(['GB0150: there is no source "exampel.cpp"']);
    expect(diagnostics[0]?.hint).toBe('did you mean "example.cpp"? check the path');
    expect(diagnostics[0]?.span?.start).toBe(0);
  });

  it("an include folder that is not there, or is a file", () => {
    put(specFolder, { include: "" });
    expect(collect({ includeDirs: ["inclde", "include"] }).messages).toEqual([
      'GB0156: there is no include folder "inclde"',
      'GB0156: there is no include folder "include"',
    ]);
  });

  it("absolute paths, of whatever system", () => {
    const paths = ["/a.cpp", "C:\\a.cpp", "c:a.cpp", "\\\\server\\a.cpp", "\\a.cpp"];
    const refused = paths.map((path) => `GB0152: "${path}" is an absolute path`);
    expect(collect({ sources: paths }).messages).toEqual(refused);
    expect(collect({ headers: paths }).messages).toEqual(refused);
    expect(collect({ includeDirs: paths }).messages).toEqual(refused);
  });

  it("a folder as a source", () => {
    put(specFolder, { "src/": "" });
    expect(collect({ sources: ["src"] }).messages).toEqual([
      `GB0153: "${specFolder}/src" is not a regular file`,
    ]);
  });

  it("a file over 8 MB, also where it is only included", () => {
    put(specFolder, { "a.cpp": '#include "data.inc"\n', "data.inc": "", "fits.hpp": "" });
    truncateSync(join(specFolder, "data.inc"), 8 * 1024 * 1024 + 1);
    truncateSync(join(specFolder, "fits.hpp"), 8 * 1024 * 1024);
    expect(collect({ sources: ["a.cpp"], headers: ["fits.hpp"] }).messages).toEqual([
      `GB0154: "${specFolder}/data.inc" has 8.0 MB`,
    ]);
  });

  it("a file that can't be read", () => {
    put(specFolder, { "a.cpp": "" });
    const denied = Object.assign(new Error("EACCES"), { code: "EACCES", errno: -13 });
    const readFileSync = (): never => {
      throw denied;
    };
    const fileSystem = { ...nodeFileSystem, readFileSync } as unknown as typeof nodeFileSystem;
    expect(collect({ sources: ["a.cpp"], fileSystem }).messages).toEqual([
      `GB0155: can't read "${specFolder}/a.cpp": permission denied`,
    ]);
  });
});

it("warns of a quoted header that is found nowhere, and goes on", () => {
  put(specFolder, { "a.cpp": "", "include/": "" });
  const result = collect({
    sources: ["a.cpp"],
    headers: ["missing.hpp"],
    includeDirs: ["include"],
  });
  expect(result.paths).toEqual(["user/a.cpp"]);
  expect(result.diagnostics).toMatchObject([
    {
      code: "GB0151",
      severity: "warning",
      message: 'the header "missing.hpp" was not found',
      span: { start: 8 },
    },
  ]);
  expect(result.diagnostics[0]?.reason).toContain(`"${specFolder}", "${specFolder}/include"`);
});
