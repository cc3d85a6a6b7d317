/**
 * The figures of generation and of what is emitted: `npm run figures`.
 *
 * Each is a line `figure: NAME = VALUE (bound <= X) holds|short`; exit status 1 where one falls short.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { figure, median } from "./figure.mjs";
import { CannotGoOn, projectFolder, runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";

const commandLine = join(projectFolder, "dist", "cli.js");
const exampleSpec = join("specs", "example", "example.spec.json");
/** The largest of the specs for Boost.Python's own tests. */
const largestSpec = join("conformance", "specs", "builtin_converters_ext.spec.json");
const specs = [exampleSpec, join("specs", "re2", "re2.spec.json")];
const warningOptions = "-Wall -Wextra -Wconversion -Werror";
const compilers = ["g++", "clang++"];

/** Of so many runs of a whole process, the median counts. */
const runs = 9;

await runScript(async () => {
  const { python } = await setUp();
  const folder = mkdtempSync(join(tmpdir(), "gen-bindings-figures-"));
  try {
    const held = [...(await generation(folder)), ...warnings(folder, python)];
    return held.every(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function generation(folder) {
  const output = join(folder, "example");
  const fresh = await median(runs, () => afresh(exampleSpec, output));
  const again = await median(runs, () => timed(exampleSpec, output).seconds);
  const second = timed(exampleSpec, output).printed;
  const largest = await median(runs, () => afresh(largestSpec, join(folder, "largest")));
  const written = second.includes("nothing to do") ? 0 : Number(/(\d+) written/.exec(second)?.[1]);
  return [
    figure("generating specs/example, whole process, seconds", fresh, 0.6),
    figure("generating it again, whole process, seconds", again, 0.4),
    figure("generating the largest conformance spec, whole process, seconds", largest, 1),
    figure("files written by the second run", written, 0),
  ];
}

function afresh(spec, output) {
  rmSync(output, { recursive: true, force: true });
  return timed(spec, output).seconds;
}

function timed(spec, output) {
  const started = performance.now();
  const printed = run(process.execPath, [commandLine, spec, "-o", output]);
  return { seconds: (performance.now() - started) / 1000, printed };
}

/** A warning is an error here, so that a build that ends well had none. */
function warnings(folder, python) {
  return compilers.flatMap((compiler) =>
    specs.map((spec) => {
      const name = spec.split("/").at(-2);
      const output = join(folder, name);
      const build = join(folder, `${name}-${compiler}`);
      run(process.execPath, [commandLine, spec, "-o", output]);
      const { cmake, definitions } = toolsOf(python);
      run(cmake, [
        ...["-S", output, "-B", build, `-DCMAKE_CXX_COMPILER=${compiler}`],
        ...[`-DCMAKE_CXX_FLAGS=${warningOptions}`, ...definitions],
      ]);
      const built = spawnSync(
        cmake,
        ["--build", build, "--parallel", `${availableParallelism()}`],
        { encoding: "utf8" },
      );
      if (built.status !== 0) console.log(built.stdout + built.stderr);
      const found = built.stdout.match(/: (?:warning|error): /g)?.length ?? 0;
      const count = built.status === 0 ? 0 : Math.max(found, 1);
      return figure(`warnings of ${compiler} in ${name}, ${warningOptions}`, count, 0);
    }),
  );
}

/** CMake and the Boost beside this Python, where wheels brought them; else those of the system. */
function toolsOf(python) {
  const script =
    "import sysconfig, os, shutil; p = sysconfig.get_path('purelib') + '/cmeel.prefix';" +
    "print(shutil.which('cmake', path=os.path.dirname(__import__('sys').executable)) or 'cmake');" +
    "print(p if os.path.isdir(p) else '')";
  const [cmake, prefix] = run(python, ["-c", script]).split("\n");
  const boost = prefix ? [`-DCMAKE_PREFIX_PATH=${prefix}`] : [];
  return { cmake, definitions: [`-DPython3_EXECUTABLE=${python}`, ...boost] };
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: projectFolder,
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new CannotGoOn(`${[command, ...args].join(" ")} failed:\n${stdout ?? ""}${stderr ?? ""}`);
  }
  return stdout;
}
