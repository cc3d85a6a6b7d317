/** What threads get done together, where the C++ function holds the GIL and where it is released. */
import { fileURLToPath } from "node:url";
import { CannotGoOn, runProgram } from "../scripts/program.mjs";

const script = fileURLToPath(new URL("threads.py", import.meta.url));

/**
 * @param {{ name: string, folder: string }} module
 * @param {{ python: string, greatest: number }} options greatest: up to so many threads.
 * @returns {Promise<{ hold: readonly number[], release: readonly number[] }>} How many times the work of one
 *   thread; the first is of one thread.
 */
export async function scaling({ name, folder }, { python, greatest }) {
  const args = [script, name, folder, String(greatest)];
  const { ok, output } = await runProgram(python, args, { quiet: true });
  if (!ok) throw new CannotGoOn(`${folder}: ${output}`);
  return JSON.parse(output);
}
