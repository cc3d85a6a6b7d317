/** Runs the command line as a user does: the compiled program, in a process of its own. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { put, type Tree, temporaryFolder } from "../output/folders.js";

const project = new URL("../..", import.meta.url);

/** The compiled program. */
export const program = fileURLToPath(new URL("dist/cli.js", project));

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** The whole environment; without it, that of the tests. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Another user than that of the tests. */
  readonly user?: number | undefined;
}

/** Compiles the program, where its sources changed since. */
export async function compileProgram(): Promise<void> {
  const script = new URL("scripts/setup/compiled-sources.mjs", project);
  const { compileSources } = await import(script.href);
  await compileSources(() => {});
}

export function run(args: readonly string[], { cwd, environment, user }: RunOptions): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: "utf8",
    env: environment ?? process.env,
    ...(user !== undefined && { uid: user, gid: user }),
  });
  return { status, output: stdout, errors: stderr };
}

/** A spec that is right, and one with a slip. */
export const GOOD =
  '{ "module": { "name": "m" }, "functions": [{ "name": "f", "gil": "release" }] }';
export const BAD = '{ "module": { "name": "m" }, "functions": [{ "name": "f", "gil": "relese" }] }';

/** Runs the program in a folder that holds `files`. */
export function runIn(
  files: Tree,
  args: readonly string[],
  options: Omit<RunOptions, "cwd"> = {},
): Ended & { readonly cwd: string } {
  const cwd = temporaryFolder();
  put(cwd, files);
  return { cwd, ...run(args, { cwd, ...options }) };
}
