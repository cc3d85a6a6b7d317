/** Running a program: its lines are handed on as they come, and kept. */
import { execa } from "execa";
import type { Environment } from "./executable.js";

export interface RunOptions {
  readonly cwd: string;
  /** The program's whole environment: nothing is added to it. */
  readonly environment: Environment;
  /** Called with each line of standard output and standard error, in the order they come. */
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface RunResult {
  /** The exit status; undefined where the program could not be started or a signal ended it. */
  readonly exitCode: number | undefined;
  /** Standard output alone. */
  readonly stdout: string;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
}

/**
 * Runs a program to its end. A program that fails is a result, not an exception.
 *
 * @param command The program's path.
 * @param args Its arguments, as they are: no shell reads them.
 */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, environment, onLine }: RunOptions,
): Promise<RunResult> {
  const subprocess = execa(command, args, {
    cwd,
    env: environment,
    extendEnv: false,
    stdin: "ignore",
    all: true,
    reject: false,
  });
  const lines = onLine && handOn(subprocess.iterable({ from: "all" }), onLine);
  const result = await subprocess;
  await lines;
  return {
    exitCode: result.exitCode,
    stdout: result.stdout,
    output: result.exitCode === undefined ? `${result.all}${result.message}` : result.all,
  };
}

async function handOn(lines: AsyncIterable<string>, onLine: (line: string) => void): Promise<void> {
  for await (const line of lines) onLine(line);
}
