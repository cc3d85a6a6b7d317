/**
 * The generated GIL tests fail when a guard is taken out of the generated code: specs/example is
 * generated, changed by hand in one place, built, and tested. What is meant to fail does, and no more.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import { compile } from "../../generator/toolchain/compile.js";
import { configure } from "../../generator/toolchain/configure.js";
import { run } from "../../generator/toolchain/run.js";
import { findTools } from "../../generator/toolchain/tools.js";
import { figure } from "../properties/figure.js";

const project = fileURLToPath(new URL("../..", import.meta.url));
const spec = join(project, "specs", "example", "example.spec.json");

interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Changes the text of the file. */
  readonly change: (text: string) => string;
  /** The tests that must fail, without their parameters. */
  readonly fails: readonly string[];
}

const GUARD = /^ *const ::gen_bindings::without_gil gen_bindings_region\{.*\};\n/m;

/** The text with the body of one emitted function changed. */
function inBody(name: string, change: (body: string) => string): (text: string) => string {
  const definition = new RegExp(`^double \\w*${name}\\([\\s\\S]*?^\\}$`, "m");
  return (text) => text.replace(definition, change);
}

const mutants: readonly Mutant[] = [
  {
    name: "release: the guard is deleted",
    file: "src/module.cpp",
    change: inBody("call_f_release", (body) => body.replace(GUARD, "")),
    fails: ["test_f_release_releases_the_gil"],
  },
  {
    name: "steps: the guard of the first region is deleted",
    file: "src/module.cpp",
    change: inBody("call_f_steps", (body) => body.replace(GUARD, "")),
    fails: ["test_f_steps_keeps_its_steps"],
  },
  {
    name: "steps: the guard of the last region is deleted",
    file: "src/module.cpp",
    change: inBody("call_f_steps", (body) => {
      const at = body.lastIndexOf("    const ::gen_bindings::without_gil");
      return body.slice(0, at) + body.slice(at).replace(GUARD, "");
    }),
    fails: ["test_f_steps_keeps_its_steps"],
  },
  {
    name: "guard: the C++ function does not release",
    file: "user/example.cpp",
    change: (text) => text.replace(/^ *gil\.release\(\);\n/m, ""),
    fails: ["test_f_steers_the_gil"],
  },
  {
    name: "hold: the call is released",
    file: "src/module.cpp",
    change: inBody("call_f_hold", (body) =>
      body.replace(
        /^ *::gen_bindings::probe::entered/m,
        (entered) =>
          `  const ::gen_bindings::without_gil gen_bindings_region{::gen_bindings::known_attached};\n${entered}`,
      ),
    ),
    fails: ["test_f_hold_holds_the_gil"],
  },
  {
    name: "callbacks: they do not attach",
    file: "include/gen_bindings/callback.hpp",
    change: (text) => text.replace(/^ *const with_gil gil;\n/m, ""),
    fails: [
      "test_f_release_calls_back_attached",
      "test_f_release_lets_an_error_in_say_through",
      "test_f_release_releases_the_gil",
    ],
  },
];

/** Generates into a folder of the mutant's own, changes, builds the probe build, and runs its tests. */
async function failuresOf(name: string, file?: string, change?: Mutant["change"]) {
  const folder = join(project, ".cache", "mutants", name.replace(/\W+/g, "-"));
  const terminal = { print: () => {}, printError: () => {}, isInteractive: false };
  const surroundings = { cwd: project, environment: {}, terminal };
  expect(await generate({ specs: [spec], output: folder, force: true }, surroundings)).toBe(0);
  if (file !== undefined && change !== undefined) {
    const text = readFileSync(join(folder, file), "utf8");
    expect(change(text), "the change finds its place").not.toBe(text);
    writeFileSync(join(folder, file), change(text));
  }
  const { value: tools } = await findTools({ environment: process.env, cwd: project });
  if (tools === undefined) throw new Error("Python, CMake, Ninja and a compiler are needed");
  const build = { tools, sourceFolder: folder, buildFolder: join(folder, "build") };
  // Quicker to compile; what is looked for does not depend on it.
  await configure({ ...build, definitions: { CMAKE_BUILD_TYPE: "Debug" } });
  const compiled = await compile({ ...build, targets: ["example_probe"] });
  expect(compiled.diagnostics, compiled.value?.output).toEqual([]);
  const { output } = await run(
    tools.python.executable,
    ["-m", "pytest", "-q", "-rfE", "-p", "no:cacheprovider", "test_gil_policies.py"],
    {
      cwd: join(folder, "tests"),
      environment: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: "1",
        PYTHONPATH: join(build.buildFolder, "probe"),
      },
    },
  );
  expect(output).toMatch(/\d+ passed/);
  const failed = [...output.matchAll(/^(?:FAILED|ERROR) \S*?::(\w+)/gm)].map(
    (each) => each[1] ?? "",
  );
  return { failed: [...new Set(failed)].sort(), output };
}

let seen = 0;

test("as generated, all tests pass", async () => {
  const { failed, output } = await failuresOf("unchanged");
  expect(failed, output).toEqual([]);
});

test.each(mutants)("$name", async ({ name, file, change, fails }) => {
  const { failed, output } = await failuresOf(name, file, change);
  expect(failed, output).toEqual([...fails].sort());
  seen += 1;
});

afterAll(() => {
  figure(
    `mutants of ${mutants.length} that the generated tests do not see`,
    mutants.length - seen,
    0,
  );
});
