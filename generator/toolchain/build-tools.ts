/** Finding CMake, a build tool for it, the C++ compiler, and ccache. */
import { dirname } from "node:path";
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type Environment, findExecutable } from "./executable.js";
import type { Python } from "./python.js";
import { run } from "./run.js";
import { isAtLeast } from "./version.js";

/** The first CMake with what the emitted project uses. */
const oldestCMake = "3.20";

export interface CMake {
  readonly path: string;
  readonly version: string;
}

/** The program CMake hands the build to, and CMake's name for it. */
export interface BuildTool {
  readonly path: string;
  readonly generator: "Ninja" | "Unix Makefiles";
}

export interface Compiler {
  readonly path: string;
  /** What the user named in CXX, arguments included; undefined where CMake may choose. */
  readonly requested: string | undefined;
}

/** The interpreter's own folder, where a wheel such as cmake's puts its program. */
function besidePython(python: Python | undefined): readonly string[] {
  return python === undefined ? [] : [dirname(python.executable)];
}

/** Says where a program was looked for. */
function places(folders: readonly string[]): string {
  return [...folders.map((folder) => `in ${folder}`), "on PATH"].join(" and ");
}

/** CMake, beside the Python or on PATH. GB0205 where there is none, GB0206 where it is too old. */
export async function findCMake(
  python: Python | undefined,
  environment: Environment,
  cwd: string,
): Promise<Outcome<CMake>> {
  const folders = besidePython(python);
  const path = findExecutable(["cmake"], environment, folders);
  if (path === undefined) {
    return { diagnostics: [diagnose("GB0205", { looked: `cmake ${places(folders)}` })] };
  }
  const { output } = await run(path, ["--version"], { cwd, environment });
  const version = /^cmake version (\S+)/m.exec(output)?.[1];
  if (version === undefined || !isAtLeast(version, oldestCMake)) {
    return { diagnostics: [diagnose("GB0206", { path, version: version ?? "unknown" })] };
  }
  return { value: { path, version }, diagnostics: [] };
}

const BUILD_TOOLS = [
  { generator: "Ninja", programs: ["ninja", "ninja-build"] },
  { generator: "Unix Makefiles", programs: ["make", "gmake"] },
] as const;

/**
 * Ninja, else Make, beside the Python or on PATH; only the one for CMAKE_GENERATOR where that names one
 * of them, as CMake itself reads it. GB0207 where there is none.
 */
export function findBuildTool(
  python: Python | undefined,
  environment: Environment,
): Outcome<BuildTool> {
  const folders = besidePython(python);
  const named = BUILD_TOOLS.filter((each) => each.generator === environment.CMAKE_GENERATOR);
  const wanted = named.length > 0 ? named : BUILD_TOOLS;
  for (const { generator, programs } of wanted) {
    const path = findExecutable(programs, environment, folders);
    if (path !== undefined) return { value: { path, generator }, diagnostics: [] };
  }
  const programs = wanted.flatMap((each) => [...each.programs]);
  const looked = `${programs.join(", ").replace(/, (?=[^,]*$)/, " and ")} ${places(folders)}`;
  return { diagnostics: [diagnose("GB0207", { looked })] };
}

/** The C++ compiler: what CXX names, else c++, g++ or clang++ on PATH. GB0201 where none is. */
export function findCompiler(environment: Environment): Outcome<Compiler> {
  const requested = environment.CXX?.trim() || undefined;
  const names = requested === undefined ? ["c++", "g++", "clang++"] : requested.split(/\s+/, 1);
  const path = findExecutable(names, environment);
  if (path !== undefined) return { value: { path, requested }, diagnostics: [] };
  const looked =
    requested === undefined
      ? "c++, g++ and clang++ on PATH (the environment variable CXX is not set)"
      : `"${requested}", which the environment variable CXX names`;
  return { diagnostics: [diagnose("GB0201", { looked })] };
}

/** ccache, which makes a second build of the same code quick; nobody has to have it. */
export function findCompilerCache(environment: Environment): string | undefined {
  return findExecutable(["ccache"], environment);
}
