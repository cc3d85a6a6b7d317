/** Paths that may be generated, and those that must not. */
import { join, resolve, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPaths, whyUnsafe } from "./safe-path.js";

describe("whyUnsafe", () => {
  it.each([
    "CMakeLists.txt",
    "src/module.cpp",
    "include/gen_bindings/gil.hpp",
    ".gitignore",
    "user/my file.hpp",
    "user/größe.hpp",
    "src/build/x.cpp",
    "console.cpp",
    "auxiliary/com10.cpp",
  ])("allows %j", (path) => {
    expect(whyUnsafe(path)).toBeUndefined();
  });

  it.each([
    ["../x", 'it holds ".."'],
    ["src/../../x", 'it holds ".."'],
    ["src/./x", 'it holds "."'],
    ["/etc/passwd", "it is absolute"],
    ["c:/x", "it is absolute"],
    ["C:x", "it is absolute"],
    ["src\\x", "it holds a backslash"],
    ["\\\\server\\x", "it holds a backslash"],
    ["", "a part of it is empty"],
    ["src//x", "a part of it is empty"],
    ["src/", "a part of it is empty"],
    ["CON", '"CON" is the name of a device on Windows'],
    ["src/aux.txt", '"aux.txt" is the name of a device on Windows'],
    ["NUL.tar.gz", '"NUL.tar.gz" is the name of a device on Windows'],
    ["com1.cpp", '"com1.cpp" is the name of a device on Windows'],
    ["LPT9/x", '"LPT9" is the name of a device on Windows'],
    ["con .txt", '"con .txt" is the name of a device on Windows'],
    ["src/x.", '"x." ends with a dot'],
    ["src /x", '"src " ends with a blank'],
    ["src/...", '"..." ends with a dot'],
    ["src/a:b", 'it holds the character ":"'],
    ["src/a*", 'it holds the character "*"'],
    ["src/a\nb", 'it holds the character "\\n"'],
    ["src/a\0b", 'it holds the character "\\u0000"'],
    ["src/\ud800", 'it holds the character "\\ud800"'],
    ["build/x.cpp", 'the folder "build" belongs to CMake'],
    ["Build", 'the folder "build" belongs to CMake'],
    [".gen-bindings/x", "the generator keeps its own records there"],
    ["Gen-Bindings.manifest.json", "the generator keeps its own records there"],
    [`src/${"ä".repeat(128)}`, `"${"ä".repeat(128)}" has more than 255 bytes`],
  ])("refuses %j", (path, why) => {
    expect(whyUnsafe(path)).toBe(why);
  });

  it("never allows a path that leads out of the folder", () => {
    const parts = fc.constantFrom("..", ".", "", "a", "\\", "/", "c:", "..\\..", "a..", " ", "~");
    const paths = fc.oneof(
      fc.string(),
      fc.array(parts).map((each) => each.join("/")),
    );
    const folder = resolve("/some/folder");
    fc.assert(
      fc.property(paths, (path) => {
        fc.pre(whyUnsafe(path) === undefined);
        expect(resolve(join(folder, path)).startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});

describe("checkPaths", () => {
  const found = (...paths: string[]) =>
    checkPaths(paths.map((path) => ({ path, content: "" }))).map(({ message }) => message);

  it("finds nothing wrong with different names", () => {
    expect(found("a.cpp", "b.cpp", "src/a.cpp", "Src.cpp", "src/Src.cpp")).toEqual([]);
  });

  it("finds names that differ in case alone", () => {
    expect(found("user/Vector.hpp", "user/vector.hpp", "x")).toEqual([
      '"user/vector.hpp" and "user/Vector.hpp" can\'t both be generated',
    ]);
  });

  it("finds names that differ in Unicode form alone", () => {
    expect(found("\u00e4.hpp", "a\u0308.hpp")).toHaveLength(1);
  });

  it("finds a file that lies inside another", () => {
    expect(found("user/lib/x.hpp", "user/Lib")).toEqual([
      '"user/lib/x.hpp" and "user/Lib" can\'t both be generated',
    ]);
  });

  it("names the user's file that a bad name comes from", () => {
    const [diagnostic] = checkPaths([{ path: "user/aux.h", content: "", copiedFrom: "lib/aux.h" }]);
    expect(diagnostic?.message).toContain('(a copy of "lib/aux.h")');
    expect(diagnostic?.hint).toBe("rename the original");
  });
});
