/** What is decided for each file, and what is refused, on real folders. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  codesOf,
  filesOf,
  generate,
  OPTIONS,
  outputOf,
  put,
  temporaryFolder,
  treeOf,
} from "../../tests/output/folders.js";
import { isUpToDate, type PlannedFile, planWrites } from "./plan.js";

const FILES = {
  "CMakeLists.txt": "cmake\n",
  "src/module.cpp": "int x;\n",
  "tests/test_x.py": "x\n",
};

/** An output folder as a first run leaves it. */
function generated(files = FILES): string {
  const folder = join(temporaryFolder(), "example");
  expect(codesOf(generate(folder, files))).toEqual([]);
  return folder;
}

function messages(folder: string, files: Readonly<Record<string, string>> = FILES, force = false) {
  const { value, diagnostics } = planWrites(folder, filesOf(files), { ...OPTIONS, force });
  return { planned: value !== undefined, messages: diagnostics.map(({ message }) => message) };
}

describe("the status of each file", () => {
  const statusOf = (files: readonly PlannedFile[] = []) =>
    Object.fromEntries(files.map(({ path, status }) => [path, status]));

  it("tells new, changed, unchanged and removed files, and writes nothing", () => {
    const folder = generated();
    const before = treeOf(folder);
    const files = { "CMakeLists.txt": "cmake\n", "src/module.cpp": "int y;\n", "docs/x.md": "x\n" };
    const { value } = planWrites(folder, filesOf(files), OPTIONS);
    expect(statusOf(value?.files)).toEqual({
      "CMakeLists.txt": "unchanged",
      "src/module.cpp": "changed",
      "docs/x.md": "new",
      "tests/test_x.py": "removed",
    });
    const changed = value?.files.find(({ status }) => status === "changed");
    expect(String(changed?.before)).toBe("int x;\n");
    expect(String(changed?.after)).toBe("int y;\n");
    expect(treeOf(folder)).toEqual(before);
  });

  it("finds a folder up to date that is", () => {
    const folder = generated();
    const plan = (files: typeof FILES, options = OPTIONS) =>
      planWrites(folder, filesOf(files), options).value;
    expect(plan(FILES)).toSatisfy(isUpToDate);
    expect(plan({ ...FILES, "src/module.cpp": "" })).not.toSatisfy(isUpToDate);
    expect(plan(FILES, { ...OPTIONS, generator: "2.0.0" })).not.toSatisfy(isUpToDate);
  });

  it("takes files that are already right for ours, whoever put them there", () => {
    const folder = temporaryFolder();
    put(folder, FILES);
    const { value, diagnostics } = planWrites(folder, filesOf(FILES), OPTIONS);
    expect(diagnostics).toEqual([]);
    expect(value?.files.map(({ status }) => status)).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
  });

  it("makes a file again that was deleted", () => {
    const folder = generated();
    rmSync(join(folder, "src"), { recursive: true });
    const { value } = planWrites(folder, filesOf(FILES), OPTIONS);
    expect(statusOf(value?.files)).toMatchObject({ "src/module.cpp": "new" });
  });

  it("writes a file anew where a stale one may be the same but for its case", () => {
    const folder = generated({ ...FILES, "user/X.hpp": "x\n" } as typeof FILES);
    put(folder, { "user/x.hpp": "x\n" });
    const { value } = planWrites(folder, filesOf({ ...FILES, "user/x.hpp": "x\n" }), {
      ...OPTIONS,
      force: true,
    });
    expect(statusOf(value?.files)).toMatchObject({
      "user/x.hpp": "changed",
      "user/X.hpp": "removed",
    });
  });
});

describe("files of the user's", () => {
  it("names each file that was changed by hand", () => {
    const folder = generated();
    put(folder, { "src/module.cpp": "mine\n", "CMakeLists.txt": "mine\n" });
    expect(messages(folder)).toEqual({
      planned: false,
      messages: [
        `"${folder}/CMakeLists.txt" was changed since it was generated`,
        `"${folder}/src/module.cpp" was changed since it was generated`,
      ],
    });
  });

  it("says which file to edit where a copy was changed", () => {
    const folder = temporaryFolder();
    const copy = { path: "user/x.cpp", content: "x\n", copiedFrom: "specs/x.cpp" };
    generate(folder, [copy]);
    put(folder, { "user/x.cpp": "mine\n" });
    const { diagnostics } = generate(folder, [copy]);
    expect(diagnostics).toMatchObject([
      {
        code: "GB0104",
        message: `"${folder}/user/x.cpp" was changed; it is a copy of "specs/x.cpp"`,
        hint: 'edit "specs/x.cpp" instead; --force overwrites the copy',
      },
    ]);
  });

  it("refuses to overwrite a file that was never ours", () => {
    const folder = temporaryFolder();
    put(folder, { "CMakeLists.txt": "mine\n" });
    expect(messages(folder)).toEqual({
      planned: false,
      messages: [
        `"${folder}/CMakeLists.txt" is not a generated file, and lies where one is to be written`,
      ],
    });
  });

  it("is not asked where --force is given", () => {
    const folder = generated();
    put(folder, { "src/module.cpp": "mine\n", "README.md": "mine\n" });
    const files = { ...FILES, "README.md": "ours\n" };
    expect(messages(folder, files, true)).toEqual({ planned: true, messages: [] });
  });

  it("leaves a stale file that was changed, with a warning, even with --force", () => {
    for (const force of [false, true]) {
      const folder = generated();
      put(folder, { "tests/test_x.py": "mine\n" });
      const { "tests/test_x.py": _, ...files } = FILES;
      const result = generate(folder, files, { force });
      expect(result.diagnostics).toMatchObject([{ code: "GB0106", severity: "warning" }]);
      expect(outputOf(folder)).toEqual({ ...files, "tests/test_x.py": "mine\n" });
      expect(codesOf(generate(folder, files))).toEqual([]);
    }
  });

  it("does not look at files beside ours, nor at the build folder", () => {
    const folder = generated();
    put(folder, { "build/CMakeCache.txt": "x", "src/mine.cpp": "x", "notes.txt": "x" });
    expect(generate(folder, {}).summary?.removed).toBe(3);
    expect(outputOf(folder)).toEqual({
      "build/CMakeCache.txt": "x",
      "src/mine.cpp": "x",
      "notes.txt": "x",
    });
  });
});

describe("places where nothing can be written", () => {
  it("refuses a folder that is a file", () => {
    const folder = join(temporaryFolder(), "out");
    writeFileSync(folder, "");
    expect(messages(folder).messages).toEqual([`the output folder "${folder}" is a file`]);
  });

  it("refuses a folder under a file", () => {
    const parent = join(temporaryFolder(), "out");
    writeFileSync(parent, "");
    expect(messages(join(parent, "a/example")).messages).toEqual([
      `can't make the output folder "${parent}/a/example": "${parent}" is not a folder`,
    ]);
  });

  it("refuses a link to nothing, and one that leads to itself", () => {
    const folder = join(temporaryFolder(), "out");
    symlinkSync("nothing", folder);
    expect(messages(folder).messages).toEqual([
      `can't write to "${folder}": no such file or directory`,
    ]);
    rmSync(folder);
    symlinkSync("out", folder);
    expect(messages(folder).messages).toEqual([
      `can't write to "${folder}": too many symbolic links encountered`,
    ]);
  });

  it("follows a link that is the output folder itself", () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, "real"));
    symlinkSync("real", join(parent, "out"));
    expect(codesOf(generate(join(parent, "out"), FILES))).toEqual([]);
    expect(outputOf(join(parent, "real"))).toEqual(FILES);
  });

  it.each([
    ["a folder on the way", "src", "../elsewhere"],
    ["the file itself", "src/module.cpp", "../../elsewhere/x"],
    ["a file that is linked to nothing", "src/module.cpp", "nothing"],
    ["the manifest", "gen-bindings.manifest.json", "../elsewhere/x"],
    ["the work folder", ".gen-bindings", "../elsewhere"],
  ])("refuses a link in place of %s, even with --force", (_, link, target) => {
    const parent = temporaryFolder();
    const folder = join(parent, "out");
    put(parent, { "elsewhere/x": "mine\n", "out/src/": "" });
    rmSync(join(folder, link), { recursive: true, force: true });
    symlinkSync(target, join(folder, link));
    for (const force of [false, true]) {
      const result = messages(folder, FILES, force);
      expect(result.planned).toBe(false);
      expect(result.messages.join()).toContain(`"${folder}/${link}" is a symbolic link`);
    }
    expect(treeOf(join(parent, "elsewhere"))).toEqual({ x: "mine\n" });
  });

  it("does not remove a stale file through a link", () => {
    const folder = generated();
    const elsewhere = temporaryFolder();
    put(elsewhere, { "test_x.py": "x\n" });
    rmSync(join(folder, "tests"), { recursive: true });
    symlinkSync(elsewhere, join(folder, "tests"));
    const { "tests/test_x.py": _, ...files } = FILES;
    expect(codesOf(generate(folder, files))).toEqual(["GB0106"]);
    expect(treeOf(elsewhere)).toEqual({ "test_x.py": "x\n" });
  });

  it("refuses a folder where a file must be, and a file where a folder must be", () => {
    const folder = temporaryFolder();
    put(folder, { "src/module.cpp/": "", tests: "mine\n" });
    expect(messages(folder, FILES, true)).toEqual({
      planned: false,
      messages: [
        `can't write "${folder}/src/module.cpp": "${folder}/src/module.cpp" is a folder`,
        `can't write "${folder}/tests/test_x.py": "${folder}/tests" is a file`,
      ],
    });
  });

  it("does not wait for a pipe", () => {
    const folder = generated();
    rmSync(join(folder, "CMakeLists.txt"));
    execFileSync("mkfifo", [join(folder, "CMakeLists.txt")]);
    expect(messages(folder).messages).toEqual([
      `can't write "${folder}/CMakeLists.txt": "${folder}/CMakeLists.txt" is a device`,
    ]);
  });

  it("refuses unsafe names before it looks at the disk", () => {
    const folder = join(temporaryFolder(), "out");
    writeFileSync(folder, "");
    const { diagnostics } = planWrites(folder, filesOf({ "../x": "", "a/NUL": "" }), OPTIONS);
    expect(diagnostics.map(({ code }) => code)).toEqual(["GB0107", "GB0107", "GB0101"]);
  });
});

describe("the manifest", () => {
  it.each([
    ["damaged", "{"],
    ["of something else", '{ "name": "an extension", "manifest_version": 3 }'],
  ])("is refused where it is %s; --force goes on without it", (_, text) => {
    const folder = generated();
    put(folder, { "gen-bindings.manifest.json": text });
    expect(codesOf(generate(folder, FILES))).toEqual(["GB0111"]);
    expect(codesOf(generate(folder, FILES, { force: true }))).toEqual([]);
    expect(codesOf(generate(folder, FILES))).toEqual([]);
  });

  it("protects the output of another module", () => {
    const folder = generated();
    const before = treeOf(folder);
    const others = { "CMakeLists.txt": "other\n" };
    expect(generate(folder, others, { module: "other" }).diagnostics).toMatchObject([
      {
        code: "GB0112",
        message: `"${folder}" holds the module "example", and "other" was to be generated there`,
      },
    ]);
    expect(treeOf(folder)).toEqual(before);
    expect(codesOf(generate(folder, others, { module: "other", force: true }))).toEqual([]);
    expect(outputOf(folder)).toEqual(others);
  });

  it("that leads out of the folder removes nothing there", () => {
    const parent = temporaryFolder();
    const folder = join(parent, "out");
    put(parent, { precious: "x\n" });
    generate(folder, { precious: "x\n" });
    const text = treeOf(folder)["gen-bindings.manifest.json"] ?? "";
    put(folder, { "gen-bindings.manifest.json": text.replace('"precious"', '"../precious"') });
    expect(codesOf(generate(folder, {}))).toEqual(["GB0111"]);
    expect(codesOf(generate(folder, {}, { force: true }))).toEqual([]);
    expect(treeOf(parent)).toMatchObject({ precious: "x\n" });
  });
});
