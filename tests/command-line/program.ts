/** Runs the command line as a user does: the compiled program, in a process of its own. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

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
