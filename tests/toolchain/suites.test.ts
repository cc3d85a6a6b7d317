/** npm test counts honestly: what crashed, what could not be loaded and what never ran has failed. */
import { chmodSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPython } from "../../generator/toolchain/python.js";
import { projectFolder, scratchFolder } from "./scratch.js";

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly failures?: readonly string[];
  readonly skips: readonly { readonly test: string; readonly reason: string }[];
}

/** A script of the project; its modules have no types. */
const script = (path: string) => import(join(projectFolder, "scripts", path));

test.each([
  [{ passed: 2, failed: 0, skips: [] }, true, 0],
  [{ passed: 2, failed: 0, skips: [] }, false, 1],
  [{ passed: 2, failed: 3, skips: [] }, false, 3],
  [{ passed: 0, failed: 0, skips: [] }, true, 1],
  [{ passed: 0, failed: 0, skips: [{ test: "a", reason: "b" }] }, true, 0],
])("%o of a runner that ended well (%s) has %i failed", async (counted, ok, failed) => {
  const { judged } = await script("suites/result.mjs");
  expect(judged(counted, ok)).toEqual({ ...counted, failed });
});

const oneSkip = { passed: 2, failed: 0, skips: [{ test: "a", reason: "no such library" }] };

test.each([
  [{}, ["2 passed, 0 failed"], true],
  [{ CI: "true" }, ["CI is set: each skip counts as a failure", "2 passed, 1 failed"], false],
  [{ CI: "true", GEN_BINDINGS_ALLOW_SKIPS: "1" }, ["2 passed, 0 failed"], true],
])("with %o a skip is named, and ends in %o", async (environment, lines, ok) => {
  const { summary } = await script("suites/result.mjs");
  expect(summary(oneSkip, environment)).toEqual({
    lines: ["skipped: a: no such library", ...lines],
    ok,
  });
});

test("each failure is told again at the end, a line each, with its suite's counts behind", async () => {
  const { summary, total } = await script("suites/result.mjs");
  const failed = { passed: 1, failed: 1, failures: ["a: expected\n  1"], skips: [] };
  expect(summary(total([failed, oneSkip]), {})).toEqual({
    lines: ["skipped: a: no such library", "failed: a: expected 1", "3 passed, 1 failed"],
    ok: false,
  });
});

async function pytest(...files: readonly string[]): Promise<Result> {
  const folder = scratchFolder(Object.fromEntries(files.map((text, n) => [`test_${n}.py`, text])));
  const { value } = await findPython({ environment: process.env, cwd: projectFolder });
  const { countPytest } = await script("suites/pytest.mjs");
  return countPytest([value?.executable, "-m", "pytest", "-q", folder], process.env, {
    quiet: true,
  });
}

test("pytest: what passed, failed and was skipped, with its reason", async () => {
  const counted = await pytest(
    [
      "import pytest",
      "def test_good(): pass",
      "def test_bad(): assert False",
      "@pytest.fixture",
      "def broken(): raise ValueError",
      "def test_of_broken(broken): pass",
      '@pytest.mark.skip(reason="no such library")',
      "def test_skipped(): pass",
      "@pytest.mark.xfail",
      "def test_expected(): assert False",
    ].join("\n"),
  );
  expect(counted).toMatchObject({ passed: 1, failed: 2 });
  expect(counted.failures).toEqual([
    expect.stringMatching(/test_0\.py::test_bad: E +assert False/),
    expect.stringMatching(/test_0\.py::test_of_broken: E +ValueError/),
  ]);
  expect(counted.skips.map(({ test, reason }) => `${test.replace(/.*::/, "")}: ${reason}`)).toEqual(
    ["test_skipped: no such library", "test_expected: expected to fail"],
  );
});

test("pytest: a file that can't be loaded has failed; one that skips itself is a skip", async () => {
  const counted = await pytest(
    "import nothing_of_that_name",
    'import pytest\npytest.importorskip("re2x")',
  );
  expect(counted).toMatchObject({ passed: 0, failed: 1 });
  expect(counted.skips).toHaveLength(1);
});

test("pytest: each file that can't be loaded counts", async () => {
  const broken = "import nothing_of_that_name";
  expect(await pytest(broken, broken)).toMatchObject({ passed: 0, failed: 2 });
});

test("pytest: a run that crashes has failed", async () => {
  const counted = await pytest(
    "import os, signal\ndef test_a(): os.kill(os.getpid(), signal.SIGKILL)",
  );
  expect(counted).toEqual({ passed: 0, failed: 1, skips: [] });
});

test("pytest: no test at all is a failure", async () => {
  expect(await pytest("x = 1")).toEqual({ passed: 0, failed: 1, skips: [] });
});

test("CTest: what passed, failed and was skipped, and skips inside of a test", async () => {
  const { countCtest } = await script("suites/ctest.mjs");
  const output = [
    "test 1",
    "1: Test command: python3 -m pytest test_a.py",
    "1: 40 passed, 2 skipped in 0.52s",
    "1/5 Test #1: proofs ......................   Passed    1.24 sec",
    "2: OK (skipped=1)",
    "2/5 Test #2: gil .........................   Passed    0.60 sec",
    "3/5 Test #3: mutant_made_hold ............***Failed    0.44 sec",
    "4/5 Test #4: needs_linux .................***Skipped   0.01 sec",
    "5/5 Test #5: hangs .......................***Timeout   9.00 sec",
    "60% tests passed, 2 tests failed out of 5",
  ].join("\n");
  expect(countCtest(output)).toEqual({
    passed: 2,
    failed: 2,
    failures: ["mutant_made_hold: Failed", "hangs: Timeout"],
    skips: [
      { test: "needs_linux", reason: "CTest says that it was skipped" },
      { test: "proofs", reason: "40 passed, 2 skipped in 0.52s" },
      { test: "gil", reason: "OK (skipped=1)" },
    ],
  });
});

async function vitest(files: Readonly<Record<string, string>>): Promise<Result> {
  const folder = scratchFolder({
    "package.json": '{ "type": "module" }',
    "vitest.config.js":
      'export default { test: { projects: [{ test: { name: "unit", include: ["*.test.js"] } }] } };',
    ...files,
  });
  symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"));
  const { runVitest } = await script("suites/vitest.mjs");
  return runVitest("unit", process.env, { folder, quiet: true });
}

test("vitest: what passed, failed and was skipped, with its reason", async () => {
  const counted = await vitest({
    "a.test.js": [
      'import { expect, test } from "vitest";',
      'test("good", () => {});',
      'test("bad", () => expect(1).toBe(2));',
      'test("skipped", ({ skip }) => skip("no such library"));',
    ].join("\n"),
  });
  expect(counted).toEqual({
    passed: 1,
    failed: 1,
    failures: ["bad: expected 1 to be 2 // Object.is equality"],
    skips: [{ test: "skipped", reason: "no such library" }],
  });
});

test.each([
  ["a file that can't be loaded", 'import "./nowhere.js";', 1],
  [
    "an error outside of a test",
    'import { test } from "vitest";\ntest("a", () => { Promise.reject(new Error("x")); });',
    1,
  ],
  [
    "a hook that fails",
    'import { beforeAll, test } from "vitest";\nbeforeAll(() => { throw new Error("x"); });\ntest("a", () => {});',
    1,
  ],
  ["no test at all", "", 1],
])("vitest: %s has failed", async (_, source, failed) => {
  expect((await vitest({ "a.test.js": source })).failed).toBe(failed);
});

test("vitest: a file that can't be loaded and a stray error count beside a failed test", async () => {
  const counted = await vitest({
    "lost.test.js": 'import "./nowhere.js";',
    "stray.test.js":
      'import { test } from "vitest";\ntest("a", () => { Promise.reject(new Error("x")); });',
    "bad.test.js": 'import { test } from "vitest";\ntest("b", () => { throw new Error("y"); });',
  });
  expect(counted).toMatchObject({ passed: 1, failed: 3 });
});

test("an example whose library is missing is skipped: each test file, with what to install", async () => {
  const folder = scratchFolder({ compiler: "#!/bin/sh\nexit 1\n" });
  chmodSync(join(folder, "compiler"), 0o755);
  const { runExample } = await script("suites/examples.mjs");
  const environment = { ...process.env, CXX: join(folder, "compiler") };
  const { skips, ...counts } = await runExample("re2", "fast", {
    python: "no python",
    environment,
  });
  expect(counts).toEqual({ passed: 0, failed: 0 });
  expect(skips.map(({ test, reason }: Result["skips"][number]) => `${test}: ${reason}`)).toEqual([
    "out/re2/tests/test_examples.py: install libre2-dev",
    "out/re2/tests/test_gil_policies.py: install libre2-dev",
    "specs/re2/test_against_re.py: install libre2-dev",
    "specs/re2/test_re2.py: install libre2-dev",
    "specs/re2/test_threads.py: install libre2-dev",
  ]);
});

test("a library is looked for with the compiler of CXX, arguments included, and its header and itself", async () => {
  const folder = scratchFolder({
    compiler: '#!/bin/sh\necho "$@" > "$0.args"\ncat "$3" >> "$0.args"\n',
  });
  chmodSync(join(folder, "compiler"), 0o755);
  const { missingPackage } = await script("suites/library-probe.mjs");
  const CXX = `${join(folder, "compiler")} -pipe`;
  expect(await missingPackage("re2", { ...process.env, CXX })).toBeUndefined();
  const said = readFileSync(join(folder, "compiler.args"), "utf8");
  expect(said).toMatch(
    /^-pipe -std=c\+\+17 \S+probe\.cpp -o \S+probe -lre2\n#include <re2\/re2\.h>\n/,
  );
  expect(await missingPackage("example", { CXX: "no-such-compiler" })).toBeUndefined();
});

test("pyenv: the CPythons that the headers are for, the oldest first; none where there is no pyenv", async () => {
  const names = [
    "3.10.2",
    "3.9.18",
    "3.7.1",
    "3.13.0",
    "3.14.0",
    "3.13t-dev",
    "pypy3.9-7.3",
    "2.7.18",
  ];
  const folder = scratchFolder({
    "bin/pyenv": '#!/bin/sh\ncd "$(dirname "$0")/.." && pwd -P\n',
    ...Object.fromEntries(names.map((name) => [`versions/${name}/bin/python3`, ""])),
    "versions/3.11.0/empty": "",
  });
  chmodSync(join(folder, "bin", "pyenv"), 0o755);
  const { pyenvPythons } = await script("suites/runtime-headers.mjs");
  const PATH = `${join(folder, "bin")}:/usr/bin:/bin`;
  expect(await pyenvPythons({ PATH })).toEqual(
    ["3.9.18", "3.10.2", "3.13.0"].map((name) => join(folder, "versions", name, "bin", "python3")),
  );
  expect(await pyenvPythons({ PATH: join(folder, "versions") })).toEqual([]);
});
