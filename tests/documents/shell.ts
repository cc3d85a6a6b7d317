/** Runs the commands of a document as a reader does: `gen-bindings` is on the path. */
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Ended, program } from "../command-line/program.js";
import { temporaryFolder } from "../output/folders.js";

/** Stops at the first command that fails. */
export function shell(script: string, cwd: string): Ended {
  const bin = temporaryFolder();
  const shim = join(bin, "gen-bindings");
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(shim, 0o755);
  const { status, stdout, stderr } = spawnSync("sh", ["-ec", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  return { status, output: stdout, errors: stderr };
}
