/** Round after round of a command, each when something that the last one looked at has changed. */
import { relative, resolve } from "node:path";
import { timeOf, type Watcher, watchFiles } from "./watcher.js";

/** What a round tells, and what it is told by those before it. */
export interface Round {
  /** Told every file that the output depends on, also where something is wrong with it. */
  readonly onRead: (path: string) => void;
  /** Told every file that would count if it were there. */
  readonly onSought: (path: string) => void;
  /** Told every folder of which all counts, what is not there yet too. */
  readonly onFolder: (path: string) => void;
  /** What was built and tested without an error, by names that the command gives. */
  readonly passed: Set<string>;
}

export interface Rounds {
  /** Does the work. */
  readonly run: (round: Round) => Promise<void>;
  /** Told what is being waited for, and what has changed. */
  readonly print: (line: string) => void;
}

/** In milliseconds: an editor, or a change of branch, writes several files at once. */
const QUIET_TIME = 100;

/** Runs for ever: what a round finds wrong does not keep the next from coming. */
export async function runRounds({ run, print }: Rounds): Promise<never> {
  const passed = new Set<string>();
  const changes = changeQueue();
  const times = new Map<string, number | undefined>();
  let watcher: Watcher | undefined;
  let watched = "";
  for (;;) {
    const started = Date.now();
    const [read, folders] = [new Set<string>(), new Set<string>()];
    const sought = new Set<string>();
    await run({
      onRead: (path) => read.add(resolve(path)),
      onSought: (path) => sought.add(resolve(path)),
      onFolder: (path) => folders.add(resolve(path)),
      passed,
    });
    const files = [...read].sort();
    const wanted = { files: [...new Set([...files, ...sought])], folders: [...folders].sort() };
    if (JSON.stringify(wanted) !== watched) {
      const before = watcher;
      watcher = await watchFiles(wanted, changes.add);
      await before?.close();
      watched = JSON.stringify(wanted);
    }
    for (const path of writtenSince(started, files, times)) changes.add(path);
    print(`watching ${files.length} file${files.length === 1 ? "" : "s"}`);
    const changed = await changes.next();
    print(`changed: ${changed.map((path) => relative("", path)).join(", ")}`);
  }
}

/** Files that were written while the round ran, perhaps after it had read them; each time once. */
function writtenSince(
  started: number,
  files: readonly string[],
  told: Map<string, number | undefined>,
): readonly string[] {
  return files.filter((path) => {
    const time = timeOf(path);
    const isNew = time !== undefined && time > started && told.get(path) !== time;
    told.set(path, time);
    return isNew;
  });
}

/** Collects changes until they stop coming for a moment. */
function changeQueue() {
  const waiting = new Set<string>();
  let wake = () => {};
  return {
    add: (path: string) => {
      waiting.add(path);
      wake();
    },
    /** What has changed; waits for the first change. */
    next: async (): Promise<readonly string[]> => {
      while (waiting.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      let count: number;
      do {
        count = waiting.size;
        await quietTime();
      } while (count !== waiting.size);
      const changed = [...waiting].sort();
      waiting.clear();
      return changed;
    },
  };
}

function quietTime(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_TIME));
}
