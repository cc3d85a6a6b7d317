/** Tasks in order, on a terminal and elsewhere: what stops them and what does not. */
import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnostics/diagnostic.js";
import { runTasks, type Task } from "./progress.js";

const failed = diagnose("GB0212", {});
const unjudged = diagnose("GB0213", { why: "a signal ended it" });

describe.each([
  { place: "a terminal", isInteractive: true },
  { place: "a file", isInteractive: false },
])("on $place", ({ isInteractive }) => {
  async function run(tasks: readonly Omit<Task, "title">[]) {
    const done: number[] = [];
    const terminal = { print: () => {}, printError: () => {}, isInteractive };
    const counted = tasks.map((task, index) => ({
      ...task,
      title: `task ${index}`,
      run: (onLine: (line: string) => void) => {
        done.push(index);
        return task.run(onLine);
      },
    }));
    return { found: await runTasks(terminal, counted), done };
  }

  test("an error stops the tasks behind it", async () => {
    const { found, done } = await run([
      { run: async () => [failed] },
      { run: async () => [unjudged] },
    ]);
    expect(found).toEqual([failed]);
    expect(done).toEqual([0]);
  });

  test("one that the others can do without does not, and all that was found comes back", async () => {
    const { found, done } = await run([
      { isDispensable: true, run: async () => [failed] },
      { isDispensable: true, run: async () => [unjudged] },
      { run: async () => [] },
    ]);
    expect(found).toEqual([failed, unjudged]);
    expect(done).toEqual([0, 1, 2]);
  });

  test("one that finds an error stops them after another that did not", async () => {
    const { found, done } = await run([
      { isDispensable: true, run: async () => [] },
      { run: async () => [failed] },
      { run: async () => [unjudged] },
    ]);
    expect(found).toEqual([failed]);
    expect(done).toEqual([0, 1]);
  });
});
