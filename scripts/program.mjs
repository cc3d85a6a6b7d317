/** What all scripts share: where the project is, and how to run a program. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's folder, absolute. */
export const projectFolder = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Ends a script with a message for the reader and no stack trace: something of theirs is missing. */
export class CannotGoOn extends Error {}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, environment?: NodeJS.ProcessEnv, quiet?: boolean, uid?: number, gid?: number }} options
 *   quiet: what it prints is kept, not shown.
 * @returns {Promise<{ ok: boolean, output: string }>} Whether it ended with status 0; the output if quiet.
 */
export function runProgram(command, args, options = {}) {
  const { cwd = projectFolder, environment = process.env, quiet = false, uid, gid } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: environment,
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      ...(uid !== undefined && { uid, gid }),
    });
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString();
    child.on("error", (error) => resolve({ ok: false, output: `${output()}${error.message}\n` }));
    child.on("close", (status) => resolve({ ok: status === 0, output: output() }));
  });
}

/** Runs a program quietly in a folder; nothing can go on where it fails, and what it printed is said. */
export async function mustRun(command, args, cwd = projectFolder) {
  const { ok, output } = await runProgram(command, args, { cwd, quiet: true });
  if (!ok) throw new CannotGoOn(`${[command, ...args].join(" ")} failed:\n${output}`);
}

/** Runs a script's main function; what can't go on is said in plain words, and the exit status is 1. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Whether the module at this URL is the script that node was started with. */
export function isMain(moduleUrl) {
  return process.argv[1] === fileURLToPath(moduleUrl);
}
