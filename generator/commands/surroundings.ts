/** What a command knows of the process it runs in; only the command line makes one. */

import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Dispatch } from "../model/callable.js";
import type { BuildRecord } from "../output/depfile.js";
import type { Round } from "../watch/rounds.js";

export interface Terminal {
  /** Standard output, a line at a time. */
  readonly print: (line: string) => void;
  /** Standard error, a line at a time. */
  readonly printError: (line: string) => void;
  /** Whether a person watches: progress may redraw itself. */
  readonly isInteractive: boolean;
}

export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Shows what was found, in the form that was asked for; as plain text where none is named. */
  readonly report?: ((diagnostics: readonly Diagnostic[]) => void) | undefined;
}

/** What the user chose, the same for all commands. */
export interface Options {
  /** The paths of the specs. */
  readonly specs: readonly string[];
  /** `-o`: the output folder itself, in place of `out/<module>`. */
  readonly output?: string | undefined;
  /** The folder that holds `out/`: that of a configuration that names the specs, else the working one. */
  readonly outputRoot?: string | undefined;
  readonly force: boolean;
  /** `--shards`: how many translation units the declarations of a module go to; one if absent. */
  readonly shards?: number | undefined;
  /** `--python`: a path or a name on PATH. */
  readonly python?: string | undefined;
  /** `--dispatch`: how calls are dispatched where a spec does not say it. */
  readonly dispatch?: Dispatch | undefined;
  /** In place of writing: `--dry-run` lists the files, `--diff` and `--check` show what differs. */
  readonly preview?: "dry-run" | "diff" | "check" | undefined;
  /** `--depfile` and `--stamp`, of a build system that runs this program. */
  readonly record?: BuildRecord | undefined;
  /** `--cmake-target`: the file in which CMake says what its target is made of. */
  readonly cmakeTarget?: string | undefined;
  /** `--templates`: folders over this program's own templates, the last one uppermost. */
  readonly templates?: readonly string[] | undefined;
  /** `--plugin`: files of plugins. */
  readonly plugins?: readonly string[] | undefined;
  /** With `--watch`: what this round tells, and what those before it found. */
  readonly round?: Round | undefined;
  /** The file that gave defaults for these. */
  readonly configurationFile?: string | undefined;
}

/** Exit statuses. 2 is for mistakes in the use of the command line, 70 for bugs of ours. */
export type Status = 0 | 1 | 2;
