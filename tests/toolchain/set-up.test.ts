/** Set-up: what it says when something is missing, and that it leaves alone what is ready or not its own. */
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { node, projectFolder, scratchFolder } from "./scratch.js";

/** A copy of what set-up needs, so that no test changes what is ready here; returns its set-up. */
function projectCopy() {
  const copy = scratchFolder();
  const settings = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];
  const sources = ["scripts", "generator", "templates", "rolldown.config.mjs"];
  for (const name of [...sources, "dist", ...settings]) {
    cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"));
  return (environment: Readonly<Record<string, string | undefined>>) =>
    node(join(copy, "scripts", "setup.mjs"), [], {
      env: { ...process.env, ...environment },
      extendEnv: false,
    });
}

test.each([
  [{ GEN_BINDINGS_PYTHON: "/nowhere/python" }, /error\[GB0202\].*\n.*GEN_BINDINGS_PYTHON names/],
  [{ GEN_BINDINGS_PYTHON: "/bin/true" }, /error\[GB0203\]/],
  [{ CXX: "no-such-compiler" }, /error\[GB0201\].*\n.*"no-such-compiler"/],
  [{ GEN_BINDINGS_BOOST: "both" }, /GEN_BINDINGS_BOOST is "both"/],
])("with %o it stops and says why", async (environment, message) => {
  const { output, exitCode } = await projectCopy()(environment);
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ +at /m);
  expect(exitCode).toBe(1);
});

test("what is ready is left alone", async () => {
  const setUp = projectCopy();
  const first = await setUp({});
  expect(first.output).toContain("Boost.Python\nset-up: ready");
  const { output, exitCode } = await setUp({});
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^set-up: ready in \d\.\d\d s: Python \S+ \(.*\), Boost\.Python \S+ .*$/);
});

test("npm packages that can't be installed are said, with npm's own words", async () => {
  const copy = scratchFolder({
    "package-lock.json": "{}",
    "bin/npm": "#!/bin/sh\necho no network; exit 1\n",
  });
  cpSync(join(projectFolder, "scripts"), join(copy, "scripts"), { recursive: true });
  chmodSync(join(copy, "bin", "npm"), 0o755);
  const PATH = `${join(copy, "bin")}:${process.env.PATH}`;
  const { output, exitCode } = await node(join(copy, "scripts", "setup.mjs"), [], {
    env: { PATH },
  });
  expect(output).toContain("no network\n\nnpm install failed");
  expect(exitCode).toBe(1);
});

/** A Python that makes virtual environments which only write down what pip is asked to install. */
const fakePython = `#!/bin/sh
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  "-m pip") shift 5; echo "$@" >> "$(dirname "$0")/../installed"; test "$1" != unobtainable ;;
esac
`;

/** A copy of the scripts, with a Python to make its .venv from. */
async function withVirtualEnvironment() {
  const folder = scratchFolder({ "python.sh": fakePython });
  chmodSync(join(folder, "python.sh"), 0o755);
  cpSync(join(projectFolder, "scripts"), join(folder, "scripts"), { recursive: true });
  const module = await import(join(folder, "scripts", "setup", "virtual-environment.mjs"));
  const base = { executable: join(folder, "python.sh"), version: "3.11.2", soabi: "cpython-311" };
  const steps: string[] = [];
  const make = async (boost: string, wheels: readonly string[], changes = {}) => {
    const say = (text: string) => steps.push(text);
    await module.makeVirtualEnvironment({ ...base, ...changes }, boost, wheels, say);
    return readFileSync(join(folder, ".venv", "installed"), "utf8").trim();
  };
  return { folder, make, steps };
}

test(".venv is made once, and anew for another Python, another Boost or other wheels", async () => {
  const { make, steps } = await withVirtualEnvironment();
  expect(await make("system", ["pytest"])).toBe("pytest");
  steps.length = 0;
  await make("system", ["pytest"]);
  expect(steps).toEqual([]);
  expect(await make("wheel", ["cmeel-boost", "pytest"])).toBe("cmeel-boost pytest");
  expect(await make("system", ["pytest"])).toBe("pytest");
  expect(await make("system", ["ninja", "pytest"])).toBe("ninja pytest");
  steps.length = 0;
  await make("system", ["ninja", "pytest"], { version: "3.12.1" });
  expect(steps).toHaveLength(2);
});

test(".venv is made anew where its making did not come to an end", async () => {
  const { make } = await withVirtualEnvironment();
  const unobtainable = () => make("system", ["unobtainable"]);
  await expect(unobtainable()).rejects.toThrow("pip could not install unobtainable");
  await expect(unobtainable()).rejects.toThrow("pip could not install unobtainable");
  expect(await make("system", ["pytest"])).toBe("pytest");
});

test("a .venv that somebody else made is neither changed nor removed", async () => {
  const { folder, make } = await withVirtualEnvironment();
  cpSync(join(projectFolder, "scripts", "program.mjs"), join(folder, ".venv", "theirs"));
  await expect(make("system", ["pytest"])).rejects.toThrow("was not made by set-up");
  expect(existsSync(join(folder, ".venv", "theirs"))).toBe(true);
  expect(existsSync(join(folder, ".venv", "installed"))).toBe(false);
});

test(".venv is not made from itself", async () => {
  const { folder, make } = await withVirtualEnvironment();
  await make("system", ["pytest"]);
  const own = { executable: join(folder, ".venv", "bin", "python") };
  await expect(make("system", ["ninja"], own)).rejects.toThrow("can't be made from itself");
  expect(await make("system", ["pytest"])).toBe("pytest");
});
