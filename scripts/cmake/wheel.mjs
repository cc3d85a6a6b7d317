/** The project of `gen-bindings init --wheel`: built by pip from its sources alone, imported where it is installed. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { figure } from "../figure.mjs";
import { runProgram } from "../program.mjs";

/** Prints where the Boost.Python lies that was loaded, as the system sees it. */
const CHECK = `
import engine
assert round(engine.simulate(3, lambda fraction: None), 3) == 1.645
with open("/proc/self/maps") as maps:
    loaded = {line.split()[-1] for line in maps if "libboost_python" in line}
print(*sorted(loaded))
`;

/**
 * @param {{ folder: string, package: string, python: string, environment: NodeJS.ProcessEnv }} setting
 *   folder: to work in, made anew; package: the npm package.
 * @returns {Promise<readonly boolean[]>} Of each figure, whether it holds.
 */
export async function wheelFigures(setting) {
  const problems = await wheel(setting);
  for (const problem of problems) console.log(problem);
  return [
    figure(
      "wheel: made, built as sdist and wheel without Node, imported, problems",
      problems.length,
      0,
    ),
  ];
}

async function wheel({ folder, package: own, python, environment }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { called, ...withoutNode } = nodeThatTells(folder, environment);
  const [made, dist] = ["venv", "dist"].map((name) => join(folder, name));
  const interpreter = join(made, "bin", "python");
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const run = (command, args) =>
    runProgram(command, args, { cwd: folder, environment: withoutNode, quiet: true });
  const generator = (args, cwd) =>
    runProgram(process.execPath, [join(own, "dist", "cli.js"), ...args], { cwd, quiet: true });
  const steps = [
    () => generator(["init", "engine", "--wheel"], folder),
    () => generator(["-o", "generated"], join(folder, "engine")),
    () => run(python, ["-m", "venv", made]),
    () => run(interpreter, [...pip, "build"]),
    // The wheel is built of the sdist, not of the folder.
    () => run(interpreter, ["-m", "build", "-o", dist, "engine"]),
    () =>
      run(interpreter, [
        ...pip,
        join(
          dist,
          readdirSync(dist).find((name) => name.endsWith(".whl")),
        ),
      ]),
  ];
  for (const step of steps) {
    const { ok, output } = await step();
    if (!ok) return [output];
  }
  // Neither the build's environment nor anything of this one helps to find the library.
  const { ok, output } = await runProgram(interpreter, ["-c", CHECK], {
    cwd: folder,
    environment: {},
    quiet: true,
  });
  if (!ok) return [output];
  const problems = [];
  if (!output.trim().startsWith(join(made, "lib")))
    problems.push(`Boost.Python was loaded from ${output}`);
  if (existsSync(called)) problems.push("Node was called");
  return problems;
}

/** An environment in which Node leaves a mark, and fails. */
function nodeThatTells(folder, environment) {
  const bin = join(folder, "bin");
  const called = join(folder, "node-was-called");
  mkdirSync(bin);
  writeFileSync(join(bin, "node"), `#!/bin/sh\ntouch '${called}'\nexit 99\n`);
  chmodSync(join(bin, "node"), 0o755);
  return { ...environment, PATH: `${bin}${delimiter}${environment.PATH}`, called };
}
