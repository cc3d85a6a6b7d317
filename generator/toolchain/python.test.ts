/** Tests of finding Python: the order of the places, with launchers of one real Python. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findPython, type Python } from "./python.js";

const environment = process.env;
let real: Python;
let folder = "";

beforeAll(async () => {
  const { value } = await findPython({ environment, cwd: tmpdir() });
  if (value === undefined) throw new Error("these tests need a Python 3");
  real = value;
});
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "gen-bindings-python-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A launcher of the real Python that is told apart by the version it claims. */
function launcher(
  path: string,
  claims: { version?: string; implementation?: string } = {},
): string {
  const { version = "3.99.0", implementation = "CPython" } = claims;
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const patch =
    `import platform; platform.python_version = lambda: "${version}"; ` +
    `platform.python_implementation = lambda: "${implementation}"`;
  writeFileSync(file, `#!/bin/sh\nexec ${real.executable} -c '${patch}\n'"$2"\n`);
  chmodSync(file, 0o755);
  return file;
}

const everywhere = () => {
  launcher("requested/python", { version: "3.91.0" });
  launcher("named/python", { version: "3.92.0" });
  launcher("active/bin/python", { version: "3.93.0" });
  launcher("project/.venv/bin/python", { version: "3.94.0" });
  launcher("path/python3", { version: "3.95.0" });
  mkdirSync(join(folder, "project", "deep", "down"), { recursive: true });
  return {
    requested: join(folder, "requested", "python") as string | undefined,
    environment: {
      GEN_BINDINGS_PYTHON: join(folder, "named", "python") as string | undefined,
      VIRTUAL_ENV: join(folder, "active") as string | undefined,
      PATH: join(folder, "path"),
    },
    cwd: join(folder, "project", "deep", "down"),
  };
};

test("it tells about itself what a build needs to know", () => {
  expect(real.executable).toMatch(/^\//);
  expect(real.version).toMatch(/^3\.\d+\.\d+/);
  expect(real.soabi).toContain(`cpython-${real.version.split(".").slice(0, 2).join("")}`);
  expect(real.sitePackages).toMatch(/(site|dist)-packages$/);
});

test("the places come in their order", async () => {
  const search = everywhere();
  const version = async () => (await findPython(search)).value?.version;
  expect(await version()).toBe("3.91.0");
  search.requested = undefined;
  expect(await version()).toBe("3.92.0");
  search.environment.GEN_BINDINGS_PYTHON = undefined;
  expect(await version()).toBe("3.93.0");
  search.environment.VIRTUAL_ENV = undefined;
  expect(await version()).toBe("3.94.0");
  search.cwd = folder;
  expect(await version()).toBe("3.95.0");
});

test("a name is looked up on PATH, a relative path from the working folder", async () => {
  launcher("path/python9", { version: "3.90.0" });
  launcher("work/python9", { version: "3.80.0" });
  const search = { environment: { PATH: join(folder, "path") }, cwd: join(folder, "work") };
  const byName = await findPython({ ...search, requested: "python9" });
  expect(byName.value?.version).toBe("3.90.0");
  const byPath = await findPython({ ...search, requested: "./python9" });
  expect(byPath.value?.version).toBe("3.80.0");
});

test("one that was asked for and is not there is not replaced by another", async () => {
  const search = { ...everywhere(), requested: "python-of-nowhere" };
  const { value, diagnostics } = await findPython(search);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "GB0202", reason: 'looked for "python-of-nowhere", which --python names' },
  ]);
});

test("where there is none, the message says where it was looked for", async () => {
  const { diagnostics } = await findPython({ environment: { PATH: folder }, cwd: folder });
  expect(diagnostics).toMatchObject([
    { code: "GB0202", reason: expect.stringContaining("python3 on PATH") },
  ]);
});

test.each([
  [{ version: "3.7.16" }, "version 3.7.16"],
  [{ implementation: "PyPy" }, "it is PyPy"],
])("one that can't be used is refused: %o", async (claims, why) => {
  const requested = launcher("python", claims);
  const { value, diagnostics } = await findPython({ requested, environment: {}, cwd: folder });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "GB0203", message: expect.stringContaining(why) }]);
});

test("a program that is no Python is refused", async () => {
  const { diagnostics } = await findPython({
    requested: "/bin/true",
    environment: {},
    cwd: folder,
  });
  expect(diagnostics).toMatchObject([{ code: "GB0203" }]);
});

test("a json.py in the working folder is not imported", async () => {
  writeFileSync(join(folder, "json.py"), "raise SystemExit('the wrong json')\n");
  const requested = real.executable;
  const { value } = await findPython({ requested, environment, cwd: folder });
  expect(value?.executable).toBe(real.executable);
});

test("the prefix of the cmeel-boost wheel is found beside the packages", async () => {
  // A virtual environment is told by its pyvenv.cfg: that is all that sysconfig looks at.
  const version = real.version.split(".").slice(0, 2).join(".");
  const packages = join(folder, "lib", `python${version}`, "site-packages");
  const prefix = join(packages, "cmeel.prefix");
  mkdirSync(join(prefix, "lib", "cmake", "boost_python-1.90.0"), { recursive: true });
  mkdirSync(join(folder, "bin"));
  const home = join(real.basePrefix, "bin");
  const settings = ["include-system-site-packages = false", `home = ${home}`, ""].join("\n");
  writeFileSync(join(folder, "pyvenv.cfg"), settings);
  const requested = join(folder, "bin", "python");
  symlinkSync(join(home, `python${version}`), requested);
  const { value } = await findPython({ requested, environment, cwd: folder });
  expect(value).toMatchObject({
    executable: requested,
    sitePackages: packages,
    cmeelPrefix: prefix,
    hasPytest: false,
  });
});
