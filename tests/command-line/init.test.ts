/** `gen-bindings init`: every kind of project is made, then built and tested as it says itself. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectBuilds, specSyntaxes } from "../../generator/commands/project-kinds.js";
import { findTools } from "../../generator/toolchain/tools.js";
import { put, type Tree, temporaryFolder, treeOf } from "../output/folders.js";
import { compileProgram, program, run } from "./program.js";

/** Holds a program gen-bindings, as an installed package does. */
const bin = mkdtempSync(join(tmpdir(), "gen-bindings-bin-"));
let environment: Record<string, string> = {};

beforeAll(async () => {
  await compileProgram();
  const shim = join(bin, "gen-bindings");
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(shim, 0o755);
  const { value: tools, diagnostics } = await findTools({
    requested: undefined,
    environment: process.env,
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
  });
  if (tools === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { python, cmake, buildTool, compilerCache } = tools;
  // What the program finds by itself, told to a CMake that is called directly.
  const toolchain = join(bin, "toolchain.cmake");
  writeFileSync(
    toolchain,
    [
      `set(Python3_EXECUTABLE "${python.executable}" CACHE FILEPATH "")`,
      ...(python.cmeelPrefix ? [`list(APPEND CMAKE_PREFIX_PATH "${python.cmeelPrefix}")`] : []),
      ...(compilerCache ? [`set(CMAKE_CXX_COMPILER_LAUNCHER "${compilerCache}")`] : []),
    ].join("\n"),
  );
  for (const [name, path] of Object.entries({ cmake: cmake.path, ninja: buildTool.path })) {
    symlinkSync(path, join(bin, name));
  }
  symlinkSync(join(cmake.path, "..", "ctest"), join(bin, "ctest"));
  environment = {
    ...(process.env as Record<string, string>),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    GEN_BINDINGS_PYTHON: python.executable,
    CMAKE_GENERATOR: buildTool.generator,
  };
  environmentOfCMake = { ...environment, CMAKE_TOOLCHAIN_FILE: toolchain };
});

let environmentOfCMake: Record<string, string> = {};
afterAll(() => rmSync(bin, { recursive: true }));

const kinds = Object.keys(specSyntaxes).flatMap((syntax) =>
  Object.keys(projectBuilds).map((build) => ({ syntax, build })),
);

/**
 * Every syntax and every build once: the same bytes come of every syntax, which is tried apart. A
 * wheel is built by npm run test:cmake.
 */
const builtKinds = kinds.filter(
  ({ syntax, build }) => build !== "wheel" && (syntax === "json" || build === "cmake"),
);

function init(cwd: string, ...args: readonly string[]) {
  return run(["init", ...args], { cwd });
}

const optionsOf = ({ syntax, build }: (typeof kinds)[number]) => [
  `--${syntax}`,
  ...(build === "alone" ? [] : [`--${build}`]),
];

describe.each(builtKinds)("a project in $syntax, built by $build", (kind) => {
  test("builds, and its tests pass, by the commands that are printed", () => {
    const cwd = temporaryFolder();
    const { output, status } = init(cwd, "my engine", ...optionsOf(kind));
    expect(status).toBe(0);
    const commands = (output.split("next:\n")[1] ?? "").trimEnd().split("\n");
    expect(commands[0]).toBe("  cd 'my engine'");
    const ended = spawnSync("sh", ["-e", "-c", commands.join("\n")], {
      cwd,
      encoding: "utf8",
      env: kind.build === "alone" ? environment : environmentOfCMake,
    });
    expect(ended.status, `${ended.stdout}${ended.stderr}`).toBe(0);
    expect(ended.stdout).toMatch(
      kind.build === "alone" ? /engine: unproved: 0$/m : /100% tests passed/,
    );
    expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/\bwarnings?\b/);
  });
});

test("the spec is the same in every syntax", () => {
  const outputs = Object.keys(specSyntaxes).map((syntax) => {
    const cwd = temporaryFolder();
    init(cwd, `--${syntax}`);
    expect(run([], { cwd }).status).toBe(0);
    return treeOf(join(cwd, "out"));
  });
  for (const each of outputs) expect(each).toEqual(outputs[0]);
});

test("an editor finds nothing wrong in a spec of TypeScript", () => {
  const cwd = temporaryFolder();
  init(cwd, "--ts");
  const project = fileURLToPath(new URL("../..", import.meta.url));
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(project, join(cwd, "node_modules", "gen-bindings"));
  const compiler = join(project, "node_modules", "typescript", "bin", "tsc");
  const check = () => spawnSync(process.execPath, [compiler, "-p", "."], { cwd, encoding: "utf8" });
  expect(check().stdout).toBe("");
  const spec = join(cwd, "engine.spec.ts");
  writeFileSync(spec, readFileSync(spec, "utf8").replace("steps: int", "steps: itn"));
  expect(check().stdout).toContain("Cannot find name 'itn'");
});

describe("files of the user", () => {
  test("are never replaced: nothing is written, and each is named", () => {
    const cwd = temporaryFolder();
    const before: Tree = { "engine.hpp": "// mine\n", "README.md": "# mine\n", "other.txt": "\n" };
    put(cwd, before);
    const { errors, status } = init(cwd);
    expect(status).toBe(1);
    expect(errors).toContain('error GB0009: "." has README.md, engine.hpp already');
    expect(treeOf(cwd)).toEqual(before);
  });

  test("nor is a link that leads nowhere followed", () => {
    const cwd = temporaryFolder();
    symlinkSync(join(cwd, "elsewhere"), join(cwd, "engine.cpp"));
    expect(init(cwd).errors).toContain("GB0009");
    expect(readdirSync(cwd)).toEqual(["engine.cpp"]);
  });

  test("may lie beside the new ones", () => {
    const cwd = temporaryFolder();
    put(cwd, { "other.txt": "mine\n" });
    const { output, status } = init(cwd);
    expect(status).toBe(0);
    expect(output).toMatch(/^written: \.gitignore$/m);
    expect(output).not.toContain("cd ");
    expect(readdirSync(cwd).sort()).toEqual([
      ".gitignore",
      "README.md",
      "engine.cpp",
      "engine.hpp",
      "engine.spec.json",
      "gen-bindings.config.json",
      "other.txt",
    ]);
  });
});

test("a folder that is a file is told", () => {
  const cwd = temporaryFolder();
  put(cwd, { mine: "mine\n" });
  const { errors, status } = init(cwd, "mine");
  expect(status).toBe(1);
  expect(errors).toContain('error GB0010: can\'t write the new project to "mine"');
  expect(treeOf(cwd)).toEqual({ mine: "mine\n" });
});

test("no file is left with a placeholder", () => {
  for (const kind of kinds) {
    const cwd = temporaryFolder();
    init(cwd, ...optionsOf(kind));
    expect(Object.values(treeOf(cwd)).join("\n")).not.toMatch(/@\w+@/);
  }
});

test("two syntaxes are one too many", () => {
  const cwd = temporaryFolder();
  expect(init(cwd, "--json", "--yaml")).toMatchObject({ status: 2 });
  expect(readdirSync(cwd)).toEqual([]);
});
