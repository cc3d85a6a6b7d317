/** Long work in steps: redrawn on a terminal, plain lines elsewhere. */
import { Listr } from "listr2";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js";
import type { Terminal } from "./surroundings.js";

export interface Task {
  readonly title: string;
  /** Does the work; `onLine` shows what it is at. */
  readonly run: (onLine: (line: string) => void) => Promise<readonly Diagnostic[]>;
  /** Whether the tasks behind it can do without it: they run even where it finds an error. */
  readonly isDispensable?: boolean;
}

/**
 * Runs the tasks in order, up to the first that finds an error and that the others need.
 *
 * @returns All that was found.
 */
export async function runTasks(
  terminal: Terminal,
  tasks: readonly Task[],
): Promise<readonly Diagnostic[]> {
  return terminal.isInteractive ? runDrawn(tasks) : runPlain(terminal, tasks);
}

async function runPlain(
  terminal: Terminal,
  tasks: readonly Task[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const task of tasks) {
    terminal.print(`${task.title} …`);
    const diagnostics = await task.run(() => {});
    found.push(...diagnostics);
    if (hasErrors(diagnostics) && !task.isDispensable) break;
  }
  return found;
}

async function runDrawn(tasks: readonly Task[]): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const list = new Listr(
    tasks.map((task) => ({
      title: task.title,
      exitOnError: !task.isDispensable,
      task: async (_context, wrapper) => {
        const diagnostics = await task.run((line) => {
          wrapper.output = line;
        });
        found.push(...diagnostics);
        if (hasErrors(diagnostics)) throw new Error(diagnostics[0]?.message);
      },
    })),
    // What an interruption means is for the command line to say.
    { exitOnError: true, collectErrors: false, registerSignalListeners: false },
  );
  // What went wrong is in `found`; the exception only marks the task, and may stop the list.
  await list.run().catch(() => undefined);
  return found;
}
