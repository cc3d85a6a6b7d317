/** Letting CMake configure an emitted project, from the start where the tools changed. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { run } from "./run.js";
import type { Tools } from "./tools.js";

export interface Configuration {
  readonly tools: Tools;
  /** The folder of the CMakeLists.txt, absolute. */
  readonly sourceFolder: string;
  /** Where the build goes, absolute; made if it is not there. */
  readonly buildFolder: string;
  /** Further cache entries, as `{ CMAKE_BUILD_TYPE: "Release" }`. */
  readonly definitions?: Readonly<Record<string, string>> | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface Configured {
  /** What CMake said. */
  readonly output: string;
  /** Whether what an earlier configuration left in the build folder was dropped first. */
  readonly startedAfresh: boolean;
}

/** Beside CMakeCache.txt: what the folder was last configured for. */
const settingsFile = "gen-bindings-configured-for.json";

/**
 * Configures the build folder.
 *
 * CMake keeps the generator, the compiler and all it found out about a Python from the first
 * configuration on; where any of these changed since, its cache is removed first.
 *
 * @returns What CMake said, whether or not it was content. GB0204: no Python headers; GB0208: no
 *   Boost.Python for this Python; GB0210: any other error of CMake's.
 */
export async function configure(configuration: Configuration): Promise<Outcome<Configured>> {
  const { tools, sourceFolder, buildFolder, onLine } = configuration;
  if (!tools.python.hasHeaders) return { diagnostics: [missingHeaders(tools)] };
  const settings = describe(configuration);
  await mkdir(buildFolder, { recursive: true });
  const startedAfresh = await dropOtherConfiguration(buildFolder, settings);
  const { exitCode, output } = await run(
    tools.cmake.path,
    ["-S", sourceFolder, "-B", buildFolder, ...cacheEntries(configuration)],
    { cwd: sourceFolder, environment: tools.environment, onLine },
  );
  const value: Configured = { output, startedAfresh };
  if (exitCode !== 0) return { value, diagnostics: [explain(output, tools)] };
  await writeFile(join(buildFolder, settingsFile), settings);
  return { value, diagnostics: [] };
}

function cacheEntries({ tools, definitions = {} }: Configuration): readonly string[] {
  const { python, buildTool, compilerCache } = tools;
  const entries: Readonly<Record<string, string>> = {
    CMAKE_MAKE_PROGRAM: buildTool.path,
    Python3_EXECUTABLE: python.executable,
    ...(python.cmeelPrefix !== null && { CMAKE_PREFIX_PATH: python.cmeelPrefix }),
    ...(compilerCache !== undefined && { CMAKE_CXX_COMPILER_LAUNCHER: compilerCache }),
    ...definitions,
  };
  return [
    "-G",
    buildTool.generator,
    ...Object.entries(entries).map(([name, value]) => `-D${name}=${value}`),
  ];
}

/** All that a configuration must be thrown away for when it changes. */
function describe(configuration: Configuration): string {
  const { tools, sourceFolder } = configuration;
  const { executable, version, soabi, basePrefix } = tools.python;
  return JSON.stringify({
    sourceFolder,
    cmake: tools.cmake,
    compiler: tools.compiler,
    python: { executable, version, soabi, basePrefix },
    cacheEntries: cacheEntries(configuration),
  });
}

/** Removes the configuration of other settings, as `cmake --fresh` (3.24) would. */
async function dropOtherConfiguration(buildFolder: string, settings: string): Promise<boolean> {
  const cache = await readIfThere(join(buildFolder, "CMakeCache.txt"));
  const stale =
    cache !== undefined && settings !== (await readIfThere(join(buildFolder, settingsFile)));
  if (!stale) return false;
  for (const name of ["CMakeCache.txt", "CMakeFiles", settingsFile]) {
    await rm(join(buildFolder, name), { recursive: true, force: true });
  }
  return true;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

function explain(output: string, tools: Tools): Diagnostic {
  if (output.includes("GEN_BINDINGS_MISSING Boost.Python")) {
    return diagnose("GB0208", {
      pythonVersion: tools.python.version,
      looked: [
        "CMake (find_package(Boost)) in the system's folders",
        tools.python.cmeelPrefix ?? `no cmeel.prefix in ${tools.python.sitePackages}`,
      ].join(" and "),
    });
  }
  if (output.includes("GEN_BINDINGS_MISSING Python")) return missingHeaders(tools);
  return diagnose("GB0210", { error: firstError(output) });
}

function missingHeaders({ python }: Tools): Diagnostic {
  return diagnose("GB0204", { path: python.executable, version: python.version });
}

/** The text of CMake's first error, on one line: it ends at an empty line or at its call stack. */
function firstError(output: string): string {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => line.startsWith("CMake Error"));
  if (start === -1) return "CMake ended without saying why";
  const after = lines.slice(start + 1);
  const end = after.findIndex(
    (line, index) => /^(?:Call Stack|-- )/.test(line) || (index > 0 && line === ""),
  );
  const text = after.slice(0, end === -1 ? undefined : end).join(" ");
  return [lines[start], text].join(" ").split(/\s+/).filter(Boolean).join(" ");
}
