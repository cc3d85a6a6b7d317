/**
 * The stubs of all modules that other suites have built: mypy and Pyright accept them, both strict;
 * mypy's stubtest finds in the module what the stub says, and nothing else; and where Boost.Python
 * writes signatures into docstrings, they are those of the stub.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { allowed, notImported } from "../../tests/stubs/allowed.mjs";
import { projectFolder, runProgram } from "../program.mjs";
import { prepareMypy, pyright } from "../stubs/checkers.mjs";
import { modulesWithStubs, pathsOf, stubOf } from "../stubs/modules.mjs";
import { failuresOf } from "./result.mjs";

const cache = join(projectFolder, ".cache", "stubs");

/**
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>} A test for each checker, and two for each module.
 */
export async function runStubs({ python, environment }) {
  const { built, missing } = modulesWithStubs(python);
  const gathered = gather(built);
  const mypy = new Map();
  for (const each of new Set([python, ...built.map((one) => one.python)])) {
    mypy.set(each, await prepareMypy(each));
  }
  const outcomes = [
    await judge("mypy --strict", mypy.get(python), ["-m", "mypy", "--strict", gathered]),
    await judge("pyright, strict", process.execPath, [
      ...[pyright(), "-p", gathered],
      ...["--pythonpath", mypy.get(python)],
    ]),
  ];
  let signatures = 0;
  for (const each of built.filter(({ name }) => !(name in notImported))) {
    const interpreter = mypy.get(each.python);
    const PYTHONPATH = (await pathsOf(each)).join(delimiter);
    const inModule = { ...environment, PYTHONPATH, MYPYPATH: gathered };
    const args = ["-m", "mypy.stubtest", "--concise", ...allowList(each.name), each.name];
    outcomes.push(await judge(`stubtest ${each.name}`, interpreter, args, inModule));
    const compare = join(projectFolder, "tests", "stubs", "compare_signatures.py");
    const compared = await runProgram(interpreter, [compare, each.name, stubOf(each)], {
      environment: inModule,
      quiet: true,
    });
    signatures += Number(/: (\d+) signatures compared/.exec(compared.output)?.[1] ?? 0);
    outcomes.push(told(`signatures of ${each.name}`, compared));
  }
  console.log(`  ${built.length} modules, ${signatures} signatures as Boost.Python has them`);
  const failed = outcomes.filter(({ ok }) => !ok);
  const skips = missing.map(({ name, suite }) => ({
    test: `the stub of ${name}`,
    reason: `it was not built: npm test -- "${suite}"`,
  }));
  return {
    passed: outcomes.length - failed.length,
    failed: failed.length,
    ...failuresOf(failed.map(({ title, output }) => `${title}: ${output}`)),
    skips,
  };

  async function judge(title, command, args, variables = environment) {
    return told(title, await runProgram(command, args, { environment: variables, quiet: true }));
  }
}

function told(title, { ok, output }) {
  if (!ok) console.log(`  FAILED  ${title}\n${output}`);
  return { title, ok, output };
}

/** Copies the stubs into one folder, so that the checkers read them together. */
function gather(modules) {
  const folder = join(cache, "gathered");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const each of modules) {
    const stub = stubOf(each);
    const isPackage = stub.endsWith("__init__.pyi");
    cpSync(
      isPackage ? join(each.folder, each.name) : stub,
      join(folder, isPackage ? each.name : `${each.name}.pyi`),
      {
        recursive: true,
      },
    );
  }
  writeFileSync(join(folder, "pyrightconfig.json"), '{ "typeCheckingMode": "strict" }\n');
  return folder;
}

/** stubtest complains of an entry that is not needed, too. */
function allowList(module) {
  const entries = allowed[module] ?? [];
  if (entries.length === 0) return [];
  const path = join(cache, `${module}.allowed`);
  writeFileSync(path, entries.map(({ name, reason }) => `${name}  # ${reason}\n`).join(""));
  return ["--allowlist", path];
}
