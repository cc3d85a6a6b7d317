/** What is written and when, on real folders; and what is left behind when it stops on the way. */
import * as nodeDisk from "node:fs";
import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  codesOf,
  filesOf,
  generate,
  OPTIONS,
  outputOf,
  put,
  type Tree,
  temporaryFolder,
  treeOf,
} from "../../tests/output/folders.js";
import { formatFiles } from "./format.js";
import { planWrites } from "./plan.js";
import { applyPlan, type WritableDisk } from "./write.js";

const FIRST = {
  "CMakeLists.txt": "first\n",
  "src/module.cpp": "first\n",
  "src/only/first.cpp": "first\n",
  "tests/test_x.py": "same\n",
};
const SECOND = {
  "CMakeLists.txt": "second\n",
  "src/module.cpp": "second\n",
  "docs/only/second.md": "second\n",
  "tests/test_x.py": "same\n",
};
const THIRD = {
  "CMakeLists.txt": "third\n",
  "docs/only/second.md": "third\n",
  "third.txt": "third\n",
};

describe("writing", () => {
  it("writes all files and the manifest, and leaves nothing else", () => {
    const folder = join(temporaryFolder(), "out/example");
    const { summary } = generate(folder, FIRST);
    expect(summary).toEqual({ written: 4, unchanged: 0, removed: 0 });
    expect(outputOf(folder)).toEqual(FIRST);
    expect(readdirSync(folder).sort()).toEqual([
      "CMakeLists.txt",
      "gen-bindings.manifest.json",
      "src",
      "tests",
    ]);
  });

  it("writes the same bytes everywhere, in whatever order the files come", () => {
    const folders = [join(temporaryFolder(), "a"), join(temporaryFolder(), "b/c")];
    generate(folders[0] ?? "", FIRST);
    generate(folders[1] ?? "", filesOf(FIRST).reverse());
    const [one, other] = folders.map((folder) => treeOf(folder));
    expect(other).toEqual(one);
    expect(JSON.parse(one?.["gen-bindings.manifest.json"] ?? "")).toMatchObject({
      generator: "1.2.3",
      module: "example",
    });
  });

  it("writes bytes as they are", () => {
    const folder = temporaryFolder();
    const content = Uint8Array.from([0, 255, 13, 10]);
    generate(folder, [{ path: "user/x.bin", content }]);
    expect(Uint8Array.from(nodeDisk.readFileSync(join(folder, "user/x.bin")))).toEqual(content);
  });

  it("does not touch what did not change", () => {
    const folder = temporaryFolder();
    generate(folder, FIRST);
    const past = new Date("2001-02-03T04:05:06Z");
    const age = (path: string) => utimesSync(join(folder, path), past, past);
    const untouched = (path: string) => statSync(join(folder, path)).mtimeMs === past.getTime();
    const all = [...Object.keys(FIRST), "gen-bindings.manifest.json", "src", "."];
    all.forEach(age);
    expect(generate(folder, FIRST).summary).toEqual({ written: 0, unchanged: 4, removed: 0 });
    expect(all.filter((path) => !untouched(path))).toEqual([]);

    const summary = generate(folder, { ...FIRST, "CMakeLists.txt": "second\n" }).summary;
    expect(summary).toEqual({ written: 1, unchanged: 3, removed: 0 });
    expect(untouched("CMakeLists.txt")).toBe(false);
    expect(untouched("src/module.cpp")).toBe(true);
  });

  it("does not touch the manifest where only a lost file is made again", () => {
    const folder = temporaryFolder();
    generate(folder, FIRST);
    const past = new Date("2001-02-03T04:05:06Z");
    const manifest = join(folder, "gen-bindings.manifest.json");
    utimesSync(manifest, past, past);
    rmSync(join(folder, "CMakeLists.txt"));
    expect(generate(folder, FIRST).summary).toEqual({ written: 1, unchanged: 3, removed: 0 });
    expect(statSync(manifest).mtimeMs).toBe(past.getTime());
  });

  it("does not follow links that it finds among what a killed run left", () => {
    const parent = temporaryFolder();
    put(parent, { "elsewhere/0": "mine\n", "out/.gen-bindings/staged/": "" });
    symlinkSync("../../../elsewhere/0", join(parent, "out/.gen-bindings/staged/0"));
    generate(join(parent, "out"), FIRST);
    rmSync(join(parent, "out/CMakeLists.txt"));
    mkdirSync(join(parent, "out/.gen-bindings"));
    symlinkSync("../../elsewhere", join(parent, "out/.gen-bindings/staged"));
    generate(join(parent, "out"), FIRST);
    expect(outputOf(join(parent, "out"))).toEqual(FIRST);
    expect(treeOf(join(parent, "elsewhere"))).toEqual({ "0": "mine\n" });
  });

  it("removes stale files, and the folders that are empty then", () => {
    const folder = temporaryFolder();
    generate(folder, FIRST);
    mkdirSync(join(folder, "src/mine"));
    expect(generate(folder, SECOND).summary).toEqual({ written: 3, unchanged: 1, removed: 1 });
    expect(outputOf(folder)).toEqual({ ...SECOND, "src/mine/": "" });
  });

  it("removes everything where nothing is generated any more", () => {
    const folder = temporaryFolder();
    generate(folder, FIRST);
    expect(generate(folder, {}).summary).toEqual({ written: 0, unchanged: 0, removed: 4 });
    expect(outputOf(folder)).toEqual({});
  });

  it("keeps a folder whose only file is replaced by another", () => {
    const folder = temporaryFolder();
    generate(folder, { "docs/a/one.md": "x\n" });
    generate(folder, { "docs/a/two.md": "x\n" });
    expect(outputOf(folder)).toEqual({ "docs/a/two.md": "x\n" });
  });

  it("replaces what --force allows", () => {
    const folder = temporaryFolder();
    put(folder, { "CMakeLists.txt": "mine\n" });
    generate(folder, FIRST, { force: true });
    put(folder, { "src/module.cpp": "mine\n" });
    generate(folder, FIRST, { force: true });
    expect(outputOf(folder)).toEqual(FIRST);
    expect(codesOf(generate(folder, FIRST))).toEqual([]);
  });

  it("takes under 20 ms where nothing changed, formatting included", async () => {
    const folder = temporaryFolder();
    const files = Array.from({ length: 12 }, (_, index) => ({
      path: `src/shard_${index}.${["cpp", "hpp", "py", "md"][index % 4]}`,
      content: "x = 1\n".repeat(100),
    }));
    const run = async () => {
      const formatted = (await formatFiles(files, folder)).value ?? [];
      return generate(folder, formatted).summary;
    };
    await run();
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      expect(await run()).toEqual({ written: 0, unchanged: 12, removed: 0 });
      times.push(performance.now() - start);
    }
    // The best of a few, since other tests run at the same time.
    expect(Math.min(...times)).toBeLessThan(20);
  });
});

/** What a disk throws after a kill: nothing more is done, not even tidying up. */
class Killed extends Error {
  readonly code = "KILLED";
}

/** A disk that works for so many operations, and fails from then on, or once. */
function failing(after: number, error: () => Error, mode: "for good" | "once") {
  let operations = 0;
  const wrap =
    <Arguments extends unknown[], Result>(operation: (...given: Arguments) => Result) =>
    (...given: Arguments): Result => {
      operations++;
      if (mode === "once" ? operations === after + 1 : operations > after) throw error();
      return operation(...given);
    };
  const disk = {
    mkdirSync: wrap(nodeDisk.mkdirSync),
    writeFileSync: wrap(nodeDisk.writeFileSync),
    renameSync: wrap(nodeDisk.renameSync),
    rmSync: wrap(nodeDisk.rmSync),
    rmdirSync: wrap(nodeDisk.rmdirSync),
  } as unknown as WritableDisk;
  return { disk, operations: () => operations };
}

/** How many operations it takes to write SECOND over FIRST. */
function operationsInAll(): number {
  const folder = temporaryFolder();
  generate(folder, FIRST);
  const { disk, operations } = failing(Number.POSITIVE_INFINITY, () => new Killed(), "for good");
  generate(folder, SECOND, {}, disk);
  return operations();
}

/** Each file that both trees have is one or the other; each other file is as it was or absent. */
function isMixture(tree: Tree, before: Tree, after: Tree): boolean {
  const ours = Object.entries(tree).filter(
    ([path]) => !path.startsWith(".gen-bindings/") && !path.endsWith("/"),
  );
  return ours.every(([path, content]) => content === before[path] || content === after[path]);
}

describe("a run that is killed", () => {
  it("leaves each file old or new after any operation, and the next run completes", () => {
    const all = operationsInAll();
    expect(all).toBeGreaterThan(12);
    for (let after = 0; after < all; after++) {
      for (const next of [FIRST, SECOND, THIRD]) {
        const folder = temporaryFolder();
        generate(folder, FIRST);
        generate(folder, SECOND, {}, failing(after, () => new Killed(), "for good").disk);
        expect(isMixture(outputOf(folder), FIRST, SECOND)).toBe(true);
        expect(codesOf(generate(folder, next))).toEqual([]);
        expect(outputOf(folder)).toEqual(next);
        expect(generate(folder, next).summary).toMatchObject({ written: 0, removed: 0 });
      }
    }
  });

  it("may be killed again while it is completed, with something else to write", () => {
    const all = operationsInAll();
    // Every fifth place for the first kill, every place for the second: all pairs take too long.
    for (let first = 0; first < all; first += 5) {
      for (let second = 0; second < all; second++) {
        const folder = temporaryFolder();
        generate(folder, FIRST);
        generate(folder, SECOND, {}, failing(first, () => new Killed(), "for good").disk);
        generate(folder, THIRD, {}, failing(second, () => new Killed(), "for good").disk);
        expect(codesOf(generate(folder, FIRST))).toEqual([]);
        expect(outputOf(folder)).toEqual(FIRST);
      }
    }
  });

  it("does not make files of the user's ours", () => {
    const all = operationsInAll();
    for (let after = 0; after < all; after++) {
      const folder = temporaryFolder();
      generate(folder, FIRST);
      generate(folder, SECOND, {}, failing(after, () => new Killed(), "for good").disk);
      put(folder, { "CMakeLists.txt": "mine\n" });
      expect(codesOf(generate(folder, THIRD))).toEqual(["GB0104"]);
      expect(outputOf(folder)).toMatchObject({ "CMakeLists.txt": "mine\n" });
    }
  });
});

describe("an operation that fails", () => {
  const diskFull = () => Object.assign(new Error("ENOSPC"), { code: "ENOSPC", errno: -28 });

  it("leaves everything as it was while contents are written to the side", () => {
    const parent = temporaryFolder();
    const folder = join(parent, "out/example");
    const operation = { mkdirSync: 1, rmSync: 2, "second mkdirSync": 3, "last file": 4 + 3 };
    for (const after of Object.values(operation).map((count) => count - 1)) {
      const result = generate(folder, FIRST, {}, failing(after, diskFull, "once").disk);
      expect(result.diagnostics).toMatchObject([
        { code: "GB0114", message: `can't write to "${folder}": no space left on device` },
      ]);
      expect(treeOf(parent)).toEqual({});
    }
  });

  it("says that it stopped on the way where some files are replaced, and can be completed", () => {
    const all = operationsInAll();
    const codes = new Set<string>();
    for (let after = 0; after < all; after++) {
      const folder = temporaryFolder();
      generate(folder, FIRST);
      const before = treeOf(folder);
      const [code = "none"] = codesOf(
        generate(folder, SECOND, {}, failing(after, diskFull, "once").disk),
      );
      codes.add(code);
      if (code === "GB0114") expect(treeOf(folder)).toEqual(before);
      expect(isMixture(outputOf(folder), FIRST, SECOND)).toBe(true);
      expect(codesOf(generate(folder, THIRD))).toEqual([]);
      expect(outputOf(folder)).toEqual(THIRD);
    }
    expect([...codes].sort()).toEqual(["GB0114", "GB0115"]);
  });

  it("that is a bug of ours is not taken for the disk's", () => {
    const folder = temporaryFolder();
    const { value } = planWrites(folder, filesOf(FIRST), OPTIONS);
    const { disk } = failing(0, () => new TypeError("a bug"), "for good");
    expect(() => value && applyPlan(value, disk)).toThrow("a bug");
  });
});

describe("a file system that takes no folders", () => {
  // With `recursive`, mkdir never returns from Node 20 here: a run that hangs fails by its time limit.
  it("is refused", () => {
    const { diagnostics } = generate("/proc/gen-bindings-no-such-folder/inner", FIRST);
    // Root may write anywhere, as far as permissions tell; others are refused before a try.
    const code = process.getuid?.() === 0 ? "GB0114" : "GB0103";
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
  });
});
