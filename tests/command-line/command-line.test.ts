/** The command line as a whole: exit statuses, what goes where, and that nothing is half done. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { outputOf, put, temporaryFolder, treeOf } from "../output/folders.js";
import { BAD, compileProgram, GOOD, program, run, runIn } from "./program.js";

beforeAll(compileProgram);

describe("generating", () => {
  test("writes out/<module>, and the second time nothing", () => {
    const { cwd, status, output, errors } = runIn({ "m.spec.json": GOOD }, ["m.spec.json"]);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toMatch(/^out\/m: \d+ written, 0 unchanged, 0 removed\n$/);
    const before = treeOf(cwd);
    const again = run(["m.spec.json"], { cwd });
    expect(again.output).toMatch(/^out\/m: nothing to do, \d+ files are up to date\n$/);
    expect(treeOf(cwd)).toEqual(before);
  });

  test("says what is wrong on standard error, and touches nothing", () => {
    const { cwd, status, output, errors } = runIn({ "m.spec.json": BAD }, ["m.spec.json"]);
    expect({ status, output }).toEqual({ status: 1, output: "" });
    expect(errors).toBe(`m.spec.json:1:66: error GB3001: unknown GIL policy "relese"
 1 | ${BAD}
   | ${" ".repeat(65)}^^^^^^^^
  reason: the policies are hold, release, guard, or "steps" in place of "cpp"
  way out: did you mean "release"?
`);
    expect(readdirSync(cwd)).toEqual(["m.spec.json"]);
  });

  test("writes nothing where one of two specs is wrong", () => {
    const files = { "a.json": GOOD, "b.json": BAD.replace('"m"', '"n"') };
    const { cwd, status } = runIn(files, ["a.json", "b.json"]);
    expect(status).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(["a.json", "b.json"]);
  });

  test("refuses two specs of one module", () => {
    const { errors, status } = runIn({ "a.json": GOOD, "b.json": GOOD }, ["a.json", "b.json"]);
    expect(status).toBe(1);
    expect(errors).toContain('b.json:1:13: error GB0005: the module "m" is also that of a.json');
  });

  test("refuses one folder for two specs", () => {
    const files = { "a.json": GOOD, "b.json": GOOD.replace('"m"', '"n"') };
    const { errors, status } = runIn(files, ["a.json", "b.json", "-o", "x"]);
    expect(status).toBe(1);
    expect(errors).toContain("error GB0004: -o names the output folder of one module");
  });
});

describe("looking before writing", () => {
  const PREVIEWS = ["--dry-run", "--diff", "--check"];

  test.each(PREVIEWS)("%s writes nothing where everything is new", (preview) => {
    const { cwd, output, status } = runIn({ "m.json": GOOD }, ["m.json", preview]);
    expect(readdirSync(cwd)).toEqual(["m.json"]);
    expect(status).toBe(preview === "--check" ? 1 : 0);
    expect(output).toContain(
      preview === "--dry-run"
        ? "new: out/m/src/module.cpp\n"
        : "+++ out/m/src/module.cpp\n@@ -0,0 ",
    );
  });

  test.each(PREVIEWS)("%s finds nothing where all is up to date", (preview) => {
    const { cwd } = runIn({ "m.json": GOOD }, ["m.json"]);
    const { status, output, errors } = run(["m.json", preview], { cwd });
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toBe("out/m: nothing to do, it is up to date\n");
  });

  test("--check shows what a changed spec and a changed file come to", () => {
    const { cwd } = runIn({ "m.json": GOOD }, ["m.json"]);
    put(cwd, { "m.json": GOOD.replace("release", "hold"), "out/m/py.typed": "mine\n" });
    const before = treeOf(cwd);
    const { status, output, errors } = run(["m.json", "--check"], { cwd });
    expect(status).toBe(1);
    expect(output).toContain("\n-/// f(): release\n+/// f(): hold\n");
    expect(output).toContain("\n-mine\n");
    expect(errors).toContain('error GB0117: "out/m" is not what its spec generates: 5 files would');
    expect(treeOf(cwd)).toEqual(before);
  });

  test("--dry-run refuses what writing would refuse", () => {
    const { cwd } = runIn({ "m.json": GOOD }, ["m.json"]);
    put(cwd, { "out/m/py.typed": "mine\n" });
    expect(run(["m.json", "--dry-run"], { cwd }).errors).toContain("error GB0104");
  });
});

describe("for a build system", () => {
  const WITH_HEADER = GOOD.replace('"m"', '"m", "headers": ["m.hpp"]');
  const RECORD = ["--stamp", "s/stamp", "--depfile", "s/deps"];

  test("the depfile names what was read, and the stamp is the last to be written", () => {
    const { cwd, status } = runIn({ "m.json": WITH_HEADER, "m.hpp": "" }, ["m.json", ...RECORD]);
    expect(status).toBe(0);
    const [target, ...read] = readFileSync(join(cwd, "s", "deps"), "utf8").split(/ \\\n {2}|\n$/);
    expect(target).toBe("s/stamp:");
    const named = ["m.json", "m.hpp"].map((name) => realpathSync(join(cwd, name)));
    expect(read).toEqual(expect.arrayContaining(named));
    expect(read.filter((path) => path.endsWith("/partials/region.hbs"))).toHaveLength(1);
    expect(read.filter((path) => path.endsWith("/package.json"))).toHaveLength(1);
    expect(read.filter((path) => path !== "" && !existsSync(path))).toEqual([]);
    const times = ["s/stamp", "s/deps", "out/m/gen-bindings.manifest.json"].map(
      (path) => statSync(join(cwd, path)).mtimeMs,
    );
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test("a run that finds a mistake leaves no stamp", () => {
    const { cwd, status } = runIn({ "m.json": BAD }, ["m.json", ...RECORD]);
    expect(status).toBe(1);
    expect(readdirSync(cwd)).toEqual(["m.json"]);
  });

  test("the compiled files are known by the name of the module alone", () => {
    const list = (...args: string[]) => runIn({ "m.json": GOOD }, ["--list-outputs", ...args]);
    expect(list().output).toBe("src/module.cpp\n");
    expect(list("-o", "x").output).toBe("x/src/module.cpp\n");
    expect(list("m.json").output).toBe("out/m/src/module.cpp\n");
    expect(list("-o", "x", "--shards", "2").output).toBe(
      "x/src/module.cpp\nx/src/shard_0.cpp\nx/src/shard_1.cpp\n",
    );
    expect(readdirSync(list("m.json").cwd)).toEqual(["m.json"]);
  });

  test.each(["0", "-1", "1.5", "many", "2000"])("--shards %s is no number of shards", (count) => {
    const { status, errors } = runIn({ "m.json": GOOD }, ["m.json", `--shards=${count}`]);
    expect({ status, said: errors.split("\n")[0] }).toEqual({
      status: 2,
      said: "--shards needs a whole number from 1 to 1024",
    });
  });

  test("--cmake-dir is where the CMake package lies", () => {
    const { output } = runIn({}, ["--cmake-dir"]);
    expect(existsSync(join(output.trim(), "GenBindingsConfig.cmake"))).toBe(true);
  });

  test("a reader that has seen enough is no bug", () => {
    const { cwd } = runIn({ "m.json": GOOD }, []);
    const command = `"${process.execPath}" "${program}" m.json --diff | head -1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "--- /dev/null\n", stderr: "" });
  });
});

describe("checking", () => {
  test("tells each spec that is fine, and of each other what is wrong", () => {
    const { cwd, errors, output, status } = runIn({ "a.json": GOOD, "b.json": BAD }, [
      "check",
      "a.json",
      "b.json",
    ]);
    expect({ status, output }).toEqual({ status: 1, output: "a.json: fine, 1 callable\n" });
    expect(errors).toContain("b.json:1:66: error GB3001");
    expect(readdirSync(cwd).sort()).toEqual(["a.json", "b.json"]);
  });
});

describe("explaining", () => {
  test("looks at the specs of the working folder", () => {
    const { output, status } = runIn({ "m.spec.json": GOOD }, ["explain", "f"]);
    expect(status).toBe(0);
    expect(output).toBe(`m.f() -> None
  declared    m.spec.json:1:44
  gil         release  from this function at m.spec.json:1:66
  lock        none     from built in
  blocks      no
  exceptions  yes      from built in
  dispatch    fast     from built in
  a call from Python:
    detached   ::f()
    attached   returns None
`);
  });

  test("knows the codes, and no more than these", () => {
    expect(runIn({}, ["explain", "GB3001"]).output).toContain("GB3001 (error): An unknown GIL");
    const { errors, status } = runIn({ "m.spec.json": GOOD }, ["explain", "constructor"]);
    expect(status).toBe(1);
    expect(errors).toContain('error GB0003: there is nothing called "constructor" in the spec');
  });
});

describe("wrong use has status 2", () => {
  test.each([
    { args: [], says: "name a spec file" },
    { args: ["check"], says: "name a spec file" },
    { args: ["explain"], says: "name what to explain" },
    { args: ["-o"], says: "Not enough arguments following: o" },
    { args: ["m.spec.json", "-o"], says: "Not enough arguments following: o" },
    { args: ["m.spec.json", "-o", ""], says: "-o needs the name of a folder" },
    { args: ["m.spec.json", "-o", "a", "-o", "b"], says: "can be given only once" },
    { args: ["m.spec.json", "--diff", "--check"], says: "mutually exclusive" },
    { args: ["m.spec.json", "--depfile", "d"], says: "depfile -> stamp" },
    { args: ["m.spec.json", "--stamp", "s", "--check"], says: "mutually exclusive" },
    { args: ["m.spec.json", "--stamp", "s", "--stamp", "t"], says: "can be given only once" },
    { args: ["a.spec.json", "b.spec.json", "--stamp", "s"], says: "one spec at a time" },
    { args: ["m.spec.json", "--watch", "--diff"], says: "mutually exclusive" },
  ])("$args", ({ args, says }) => {
    const { cwd, errors, status } = runIn({ "m.spec.json": GOOD }, args);
    expect({ status, isSaid: errors.includes(says), errors }).toMatchObject({
      status: 2,
      isSaid: true,
    });
    expect(readdirSync(cwd)).toEqual(["m.spec.json"]);
  });
});

describe("specs that are none", () => {
  const deep = 10_000;
  test.each([
    { name: "absent", content: undefined, code: "GB0001" },
    { name: "of 0 bytes", content: "", code: "GB1001" },
    { name: "of 50 MB", content: " ".repeat(50 * 1024 * 1024), code: "GB1003" },
    { name: "of lists 10,000 deep", content: "[".repeat(deep) + "]".repeat(deep), code: "GB1004" },
    { name: "of objects 10,000 deep", content: '{"a":'.repeat(deep), code: "GB1004" },
    { name: "not UTF-8", content: Buffer.from([0x7b, 0xff, 0x7d]), code: "GB1002" },
    { name: "in UTF-16", content: Buffer.from(`\ufeff${GOOD}`, "utf16le"), code: "GB1002" },
    { name: "not JSON", content: "module: m", code: "GB1005" },
  ])("$name", ({ content, code }) => {
    const cwd = temporaryFolder();
    if (content !== undefined) writeFileSync(join(cwd, "m.json"), content);
    const before = readdirSync(cwd);
    const { status, output, errors } = run(["m.json"], { cwd });
    expect({ status, output }).toEqual({ status: 1, output: "" });
    expect(errors.match(/error GB\d{4}/g)).toEqual([`error ${code}`]);
    expect(errors).toMatch(/^ {2}reason: .+\n {2}way out: .+\n$/m);
    expect(errors).not.toMatch(/^\s+at /m);
    expect(readdirSync(cwd)).toEqual(before);
  });
});

describe("the output folder", () => {
  test("that is a file", () => {
    const { errors, status, cwd } = runIn({ "m.json": GOOD, out: "mine" }, ["m.json"]);
    expect(status).toBe(1);
    expect(errors).toContain('error GB0102: can\'t make the output folder "out/m"');
    expect(outputOf(cwd)).toEqual({ "m.json": GOOD, out: "mine" });
  });

  test("that is itself a file", () => {
    const { errors, status } = runIn({ "m.json": GOOD, o: "mine" }, ["m.json", "-o", "o"]);
    expect(status).toBe(1);
    expect(errors).toContain('error GB0101: the output folder "o" is a file');
  });

  test("that is read-only", (context) => {
    // Whoever may write everywhere has to be somebody else for this.
    const user = process.getuid?.() === 0 ? 65534 : undefined;
    const cwd = temporaryFolder();
    put(cwd, { "m.json": GOOD });
    chmodSync(cwd, 0o555);
    const works = run(["--version"], { cwd, user }).status === 0;
    if (!works) context.skip(`the user ${user} can't run ${program}: make its folder readable`);
    const { errors, status } = run(["m.json"], { cwd, user });
    chmodSync(cwd, 0o755);
    expect(status).toBe(1);
    expect(errors).toMatch(/error GB0103: can't write to "\.?": permission denied/);
    expect(readdirSync(cwd)).toEqual(["m.json"]);
  });

  test("that holds a file the user changed", () => {
    const { cwd } = runIn({ "m.json": GOOD }, ["m.json"]);
    const file = join(cwd, "out", "m", "src", "module.cpp");
    writeFileSync(file, "// mine\n");
    const before = treeOf(cwd);
    const { errors, status } = run(["m.json"], { cwd });
    expect(status).toBe(1);
    expect(errors.match(/error GB\d{4}/g)).toEqual(["error GB0104"]);
    expect(errors).toContain('"out/m/src/module.cpp" was changed since it was generated');
    expect(treeOf(cwd)).toEqual(before);
    expect(run(["m.json", "--force"], { cwd }).status).toBe(0);
    expect(readFileSync(file, "utf8")).not.toContain("// mine");
  });
});

describe("missing tools", () => {
  test("are told all at once: what, where it was looked for, what to install", () => {
    const environment = { PATH: "" };
    const { errors, status } = runIn({ "m.json": GOOD }, ["build", "m.json"], { environment });
    expect(status).toBe(1);
    const codes = errors.match(/error GB\d{4}/g);
    expect(codes).toEqual(["GB0202", "GB0205", "GB0207", "GB0201"].map((code) => `error ${code}`));
    expect(errors.match(/^ {2}reason: looked for /gm)).toHaveLength(4);
    expect(errors.match(/^ {2}way out: install /gm)).toHaveLength(4);
  });

  test("Boost.Python is asked of CMake", () => {
    // CMake reads this file first, and then finds no Boost wherever there is one.
    const cwd = temporaryFolder();
    put(cwd, { "m.json": GOOD, "without-boost.cmake": "set(CMAKE_DISABLE_FIND_PACKAGE_Boost ON)" });
    const toolchain = join(cwd, "without-boost.cmake");
    const environment = { ...process.env, CMAKE_TOOLCHAIN_FILE: toolchain } as Record<
      string,
      string
    >;
    const { errors, status } = run(["build", "m.json"], { cwd, environment });
    expect(status).toBe(1);
    expect(errors).toMatch(/error GB0208: Boost\.Python for Python 3\.\S+ was not found/);
    expect(errors).toMatch(/way out: install it/);
  });
});
