/** Tests of running pytest: what its exit status means, and the error of an import. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Python } from "./python.js";
import { runTests } from "./test-run.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gen-bindings-pytest-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A Python whose pytest does what the shell script says. */
function pythonWhosePytest(script: string): Python {
  const executable = join(folder, "python");
  writeFileSync(executable, `#!/bin/sh\n[ "$1 $2" = "-m pytest" ] || exit 99\n${script}\n`);
  chmodSync(executable, 0o755);
  return {
    executable,
    implementation: "CPython",
    version: "3.11.2",
    soabi: "cpython-311-x86_64-linux-gnu",
    basePrefix: "/usr",
    sitePackages: join(folder, "site-packages"),
    hasHeaders: true,
    hasPytest: true,
    cmeelPrefix: null,
  };
}

const environment = { PATH: process.env.PATH, PYTHONPATH: "/built/here" };

test("pytest runs in the folder, with the arguments and the environment", async () => {
  const python = pythonWhosePytest('echo "$3 in $(pwd) with $PYTHONPATH"');
  const lines: string[] = [];
  const { value, diagnostics } = await runTests({
    python,
    folder,
    environment,
    args: ["-q"],
    onLine: (line) => lines.push(line),
  });
  expect(diagnostics).toEqual([]);
  expect(value?.output).toBe(`-q in ${folder} with /built/here`);
  expect(lines).toEqual([value?.output]);
});

test.each([
  ["exit 1", "GB0212", "generated tests failed"],
  ["exit 2", "GB0213", "could not be loaded"],
  ["exit 3", "GB0213", "pytest itself failed"],
  ["exit 4", "GB0213", "does not know"],
  ["exit 5", "GB0213", "no test to run"],
  ["exit 77", "GB0213", "77"],
  ["kill -SEGV $$", "GB0213", "a signal ended it"],
])("%s is %s: %s", async (script, code, text) => {
  const python = pythonWhosePytest(`echo said; ${script}`);
  const { value, diagnostics } = await runTests({ python, folder, environment });
  expect(value?.output).toContain("said");
  expect(diagnostics).toMatchObject([{ code, message: expect.stringContaining(text) }]);
});

test("a missing pytest is said, with the package and the wheel", async () => {
  const python = { ...pythonWhosePytest(""), hasPytest: false };
  const { value, diagnostics } = await runTests({ python, folder, environment });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "GB0209", hint: expect.stringMatching(/python3-pytest.*pip install/) },
  ]);
});

test("a symbol nobody defines is named as C++ spells it", async () => {
  const error = "E   ImportError: /built/here/example.so: undefined symbol: _ZN4acme1fEi";
  const python = pythonWhosePytest(`echo '${error}'; exit 2`);
  const { diagnostics } = await runTests({ python, folder, environment });
  expect(diagnostics).toMatchObject([
    { code: "GB0214", message: expect.stringContaining('"acme::f(int)" is declared') },
  ]);
});

test("without c++filt the symbol is named as it stands", async () => {
  const error = "E   ImportError: example.so: undefined symbol: _ZN4acme1fEi";
  const python = pythonWhosePytest(`echo '${error}'; exit 2`);
  const { diagnostics } = await runTests({ python, folder, environment: { PATH: "" } });
  expect(diagnostics).toMatchObject([
    { code: "GB0214", message: expect.stringContaining('"_ZN4acme1fEi"') },
  ]);
});

test.each([
  ["base", "base"],
  ["pkg.base", "pkg.base"],
  ["pkg.base", "pkg"],
])("of the imported module %s it is said that %s is not found", async (imported, missing) => {
  const error = `E   ModuleNotFoundError: No module named '${missing}'`;
  const python = pythonWhosePytest(`echo "${error}"; exit 2`);
  const { value, diagnostics } = await runTests({
    python,
    folder,
    environment,
    imported: ["other", imported],
  });
  expect(value?.output).toContain(error);
  expect(diagnostics).toMatchObject([
    {
      code: "GB0215",
      message: expect.stringContaining(`"${missing}", which Python does not find`),
      hint: expect.stringContaining("PYTHONPATH"),
    },
  ]);
});

test.each(["numpy", "bas", "base.inner", "pk"])(
  "%s is none of the imported modules",
  async (missing) => {
    const error = `E   ModuleNotFoundError: No module named '${missing}'`;
    const python = pythonWhosePytest(`echo "${error}"; exit 2`);
    const imported = ["base", "pkg.base"];
    const { diagnostics } = await runTests({ python, folder, environment, imported });
    expect(diagnostics).toMatchObject([{ code: "GB0213" }]);
  },
);
