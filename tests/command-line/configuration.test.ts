/** Defaults from a configuration: where it is looked for, what it may say, who comes first. */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { put, type Tree, temporaryFolder } from "../output/folders.js";
import { compileProgram, run } from "./program.js";

const GOOD = '{ "module": { "name": "m" }, "functions": [{ "name": "f", "gil": "release" }] }';
const BAD = '{ "module": { "name": "m" }, "functions": [{ "name": "f", "gil": "relese" }] }';
const FILE = "gen-bindings.config.json";

beforeAll(compileProgram);

function runIn(files: Tree, args: readonly string[], below = "") {
  const root = temporaryFolder();
  put(root, files);
  const cwd = join(root, below);
  mkdirSync(cwd, { recursive: true });
  return { root, cwd, ...run(args, { cwd }) };
}

describe("specs that no command names", () => {
  test("come from the file of the working folder", () => {
    const files = { "m.json": GOOD, [FILE]: '{ "specs": ["m.json"] }' };
    expect(runIn(files, ["check"]).output).toBe("m.json: fine, 1 callable\n");
    expect(runIn(files, []).output).toMatch(/^out\/m: \d+ written/);
  });

  test("come from package.json", () => {
    const files = {
      "m.json": GOOD,
      "package.json": '{ "name": "mine", "gen-bindings": { "specs": ["m.json"] } }',
    };
    expect(runIn(files, ["check"]).output).toBe("m.json: fine, 1 callable\n");
  });

  test("are found from a folder below, and so is what is generated", () => {
    const files = { "m.json": GOOD, [FILE]: '{ "specs": ["m.json"] }' };
    const { root, cwd, output } = runIn(files, [], "python/tests");
    expect(output).toMatch(/^\.\.\/\.\.\/out\/m: \d+ written/);
    expect(readdirSync(cwd)).toEqual([]);
    expect(readdirSync(root).sort()).toEqual([FILE, "m.json", "out", "python"]);
  });

  test("are left to explain too", () => {
    const files = { "m.json": GOOD, [FILE]: '{ "specs": ["m.json"] }' };
    expect(runIn(files, ["explain", "f"]).output).toMatch(/^m\.f\(\)/);
  });

  test("give way to those on the command line", () => {
    const files = { "m.json": GOOD, "n.json": GOOD, [FILE]: '{ "specs": ["m.json"] }' };
    expect(runIn(files, ["check", "n.json"]).output).toBe("n.json: fine, 1 callable\n");
  });
});

describe("options", () => {
  test("have defaults, by paths relative to the configuration", () => {
    const files = {
      "m.json": GOOD,
      [FILE]: '{ "specs": ["m.json"], "output": "generated", "shards": 2, "templates": ["mine"] }',
      "mine/NOTICE": "of our own\n",
    };
    const { root } = runIn(files, [], "below");
    const sources = readdirSync(join(root, "generated", "src"));
    expect(sources.filter((name) => name.startsWith("shard_"))).toHaveLength(2);
    expect(readFileSync(join(root, "generated", "NOTICE"), "utf8")).toBe("of our own\n");
  });

  test("name plugins, which explain runs too", () => {
    const plugin = `export const plugin = { passes: [{ name: "n", run: (module) => {
      module.functions[0].gil = { value: { name: "hold" }, from: "a plugin" };
    } }] };`;
    const files = {
      "m.json": GOOD,
      [FILE]: '{ "specs": ["m.json"], "plugins": ["own.mjs"] }',
      "own.mjs": plugin,
    };
    const explained = runIn(files, ["explain", "f"], "below");
    expect(explained.output).toContain("a plugin");
    expect(runIn({ ...files, "own.mjs": "" }, ["explain", "f"]).errors).toContain("error GB0422");
  });

  test("on the command line come first", () => {
    const configuration = '{ "specs": ["m.json"], "output": "generated", "format": "json" }';
    const { root, errors } = runIn({ "m.json": BAD, [FILE]: configuration }, [
      "-o",
      "elsewhere",
      "--format",
      "text",
    ]);
    expect(errors).toMatch(/^m\.json:1:66: error GB3001/);
    const good = runIn({ "m.json": GOOD, [FILE]: configuration }, ["-o", "elsewhere"]);
    expect(readdirSync(good.root).sort()).toEqual(["elsewhere", FILE, "m.json"].sort());
    expect(readdirSync(root).sort()).toEqual([FILE, "m.json"]);
  });

  test("are not looked for with --no-config", () => {
    const files = { "m.json": GOOD, [FILE]: '{ "specs": ["m.json"] }' };
    expect(runIn(files, ["check", "--no-config"])).toMatchObject({
      status: 2,
      errors: expect.stringContaining("name a spec file"),
    });
  });

  test("make the stamp depend on the file that holds them", () => {
    const files = { "m.json": GOOD, [FILE]: '{ "specs": ["m.json"] }' };
    const { root } = runIn(files, ["--stamp", "s", "--depfile", "d"]);
    expect(readFileSync(join(root, "d"), "utf8")).toContain(`/${FILE}`);
  });
});

describe("the nearest one counts", () => {
  test("the file and the key of package.json alike", () => {
    const files = {
      "m.json": GOOD,
      [FILE]: '{ "specs": ["nowhere.json"] }',
      "inner/package.json": '{ "gen-bindings": { "specs": ["../m.json"] } }',
    };
    expect(runIn(files, ["check"], "inner").output).toBe("../m.json: fine, 1 callable\n");
  });

  test("a package.json without the key is passed by, even a broken one", () => {
    const files = {
      "m.json": GOOD,
      [FILE]: '{ "specs": ["m.json"] }',
      "inner/package.json": "{ broken",
      "inner/deeper/package.json": '{ "bin": { "gen-bindings": "x" } }',
    };
    expect(runIn(files, ["check"], "inner/deeper").output).toMatch(/m\.json: fine/);
  });
});

describe("what is wrong is told with its place", () => {
  test.each([
    { text: '{ "shrads": 2 }', says: `${FILE}:1:3: error GB1010: unknown key "shrads"` },
    { text: '{ "shrads": 2 }', says: 'did you mean "shards"?' },
    { text: '{ "shards": "2" }', says: `${FILE}:1:13: error GB1011` },
    { text: '{ "shards": 0 }', says: "a whole number from 1 to 1024" },
    { text: '{ "format": "jsn" }', says: 'did you mean "json"?' },
    { text: '{ "specs": "m.json" }', says: `${FILE}:1:12: error GB1011` },
    { text: "{", says: `${FILE}:1:2: error GB1005` },
  ])("$text", ({ text, says }) => {
    const { cwd, errors, status } = runIn({ "m.json": GOOD, [FILE]: text }, ["m.json"]);
    expect({ status, isSaid: errors.includes(says), errors }).toMatchObject({
      status: 1,
      isSaid: true,
    });
    expect(readdirSync(cwd).sort()).toEqual([FILE, "m.json"]);
  });

  test("in package.json", () => {
    const files = { "m.json": GOOD, "package.json": '{ "gen-bindings": { "spec": [] } }' };
    const { errors, status } = runIn(files, ["check", "m.json"]);
    expect(status).toBe(1);
    expect(errors).toContain('package.json:1:21: error GB1010: unknown key "spec"');
  });

  test("a folder of the file's name", () => {
    const { errors } = runIn({ "m.json": GOOD, [`${FILE}/`]: "" }, ["check", "m.json"]);
    expect(errors).toContain(`error GB0001: can't read "${FILE}": it is not a file`);
  });

  test("two in one folder", () => {
    const files = { "m.json": GOOD, [FILE]: "{}", "package.json": '{ "gen-bindings": {} }' };
    const { errors, status } = runIn(files, ["check", "m.json"]);
    expect(status).toBe(1);
    expect(errors).toContain("package.json:1:3: error GB0006");
  });
});
