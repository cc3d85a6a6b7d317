/** All the tools a build needs, looked up at once so that all that is missing is said at once. */
import type { Outcome } from "../diagnostics/diagnostic.js";
import {
  type BuildTool,
  type CMake,
  type Compiler,
  findBuildTool,
  findCMake,
  findCompiler,
  findCompilerCache,
} from "./build-tools.js";
import type { Environment } from "./executable.js";
import { findPython, type Python, type PythonSearch } from "./python.js";

export interface Tools {
  readonly python: Python;
  readonly cmake: CMake;
  readonly buildTool: BuildTool;
  readonly compiler: Compiler;
  /** The path of ccache, if it is there. */
  readonly compilerCache: string | undefined;
  /** The environment they were found in, and run in. */
  readonly environment: Environment;
}

/** Finds every tool; each one missing is a diagnostic (GB0201 to GB0207). */
export async function findTools(search: PythonSearch): Promise<Outcome<Tools>> {
  const { environment, cwd } = search;
  const python = await findPython(search);
  const cmake = await findCMake(python.value, environment, cwd);
  const buildTool = findBuildTool(python.value, environment);
  const compiler = findCompiler(environment);
  const diagnostics = [python, cmake, buildTool, compiler].flatMap((each) => each.diagnostics);
  if (!python.value || !cmake.value || !buildTool.value || !compiler.value) return { diagnostics };
  return {
    value: {
      python: python.value,
      cmake: cmake.value,
      buildTool: buildTool.value,
      compiler: compiler.value,
      compilerCache: findCompilerCache(environment),
      environment,
    },
    diagnostics,
  };
}
