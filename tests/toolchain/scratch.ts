/** A folder for one test, and running a program of this project in it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { execa, type Options } from "execa";
import { onTestFinished } from "vitest";

/** The root of this project. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Makes a folder with these files, which goes when the test ends. */
export function scratchFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gen-bindings-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs node on a file of this project; a failure is a result. */
export async function node(script: string, args: readonly string[], options: Options = {}) {
  const { all, exitCode } = await execa(
    process.execPath,
    [resolve(projectFolder, script), ...args],
    {
      cwd: projectFolder,
      reject: false,
      all: true,
      ...options,
    },
  );
  return { output: String(all), exitCode };
}
