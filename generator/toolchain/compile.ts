/** Building a configured project, and sorting out what the compiler said. */
import { availableParallelism } from "node:os";
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type CompilerOutput, parseCompilerMessages } from "./compiler-messages.js";
import type { Environment } from "./executable.js";
import { run } from "./run.js";
import type { Tools } from "./tools.js";

export interface Build {
  readonly tools: Tools;
  /** A folder that was configured, absolute. */
  readonly buildFolder: string;
  /** The targets to build; all of them where none is named. */
  readonly targets?: readonly string[] | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface Compiled {
  /** All that the build said. */
  readonly output: string;
  /** The same, with what concerns a construct of the spec set apart. */
  readonly messages: CompilerOutput;
}

/**
 * Builds, with as many jobs as CMAKE_BUILD_PARALLEL_LEVEL says, else as the machine has processors.
 *
 * @returns What the build said, whether or not it came to an end; GB0211 where it did not.
 */
export async function compile(build: Build): Promise<Outcome<Compiled>> {
  const { tools, buildFolder, targets = [], onLine } = build;
  const { exitCode, output } = await run(
    tools.cmake.path,
    [
      ...["--build", buildFolder, "--parallel", jobsIn(tools.environment)],
      ...(targets.length > 0 ? ["--target", ...targets] : []),
    ],
    { cwd: buildFolder, environment: withPrecompiledHeaders(tools.environment), onLine },
  );
  const messages = parseCompilerMessages(output, buildFolder);
  const value: Compiled = { output, messages };
  if (exitCode === 0) return { value, diagnostics: [] };
  return { value, diagnostics: [diagnose("GB0211", { paths: pathsOf(messages) })] };
}

/** Always a number: Make, told to be parallel without one, starts all that it can at once. */
function jobsIn(environment: Environment): string {
  return environment["CMAKE_BUILD_PARALLEL_LEVEL"] || `${availableParallelism()}`;
}

/** ccache takes a compilation with a precompiled header only if it may trust the header's time. */
function withPrecompiledHeaders(environment: Environment): Environment {
  return { CCACHE_SLOPPINESS: "pch_defines,time_macros", ...environment };
}

function pathsOf({ groups }: CompilerOutput): readonly string[] {
  const errors = groups.filter((group) => group.severity === "error");
  return [...new Set(errors.map((group) => group.logicalPath))];
}
