/**
 * Leads what a compiler or linker said back to the spec.
 *
 * Emitted code carries `#line 1 "example/functions/f#2"`: g++ and clang++ then name that logical
 * path where they would have named a file. A logical path is relative and has no file extension.
 */

/** One message of the compiler's, with its context, notes and source lines. */
export interface CompilerMessage {
  /** The construct it concerns, as `example/functions/f#2`. */
  readonly logicalPath: string;
  readonly severity: "error" | "warning";
  /** The compiler's own text, line breaks included. */
  readonly text: string;
}

export interface CompilerOutput {
  readonly groups: readonly CompilerMessage[];
  /** All other lines, in their order. */
  readonly rest: string;
}

interface Block {
  readonly lines: string[];
  readonly severity: "error" | "warning";
}

const escapeSequence = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");
const message = /^.+?:\d+:(?:\d+:)? (?<kind>fatal error|error|warning): /;
const note = /^.+?:\d+:(?:\d+:)? note: /;
const undefinedReference = /: undefined (?:reference to|symbol) /;
const context = [
  /^In file included from /,
  /^\s+from .+:\d+[,:]$/,
  /: (?:In|At) .+:$/,
  /: in function [`'].+:$/,
  /^.+:\d+:(?:\d+:)?\s+(?:recursively )?required /,
  /^.+:\d+:(?:\d+:)?\s+in .+ expansion of /,
];
/** What Ninja, Make and the compiler drivers print between messages. */
const surroundings = [
  /^\[\s*\d+(?:\/\d+|%)\]/,
  /^FAILED: /,
  /^ninja: /,
  /^g?make(?:\[\d+\])?: /,
  /^\d+ (?:errors?|warnings?)(?: and \d+ errors?)? generated\.$/,
  /^compilation terminated/,
  /^collect2: /,
  /^clang[^ ]*: error: linker command failed/,
  /^\S*\/\S+ .* -[co] /,
];

/**
 * Sets apart the messages that concern a construct of the spec, those of the linker included.
 *
 * @param output What the build printed.
 * @param buildFolder Where it ran: the linker puts that folder before a logical path.
 */
export function parseCompilerMessages(output: string, buildFolder?: string): CompilerOutput {
  const groups: CompilerMessage[] = [];
  const rest: string[] = [];
  const before: string[] = [];
  let block: Block | undefined;

  const close = () => {
    if (block !== undefined) {
      const logicalPath = logicalPathOf(block.lines, buildFolder);
      if (logicalPath === undefined) rest.push(...block.lines);
      else groups.push({ logicalPath, severity: block.severity, text: block.lines.join("\n") });
    }
    block = undefined;
  };

  for (const printed of output.split("\n")) {
    const line = printed.replace(escapeSequence, "").trimEnd();
    const severity = severityOf(line);
    if (surroundings.some((form) => form.test(line))) {
      close();
      rest.push(...before.splice(0), line);
    } else if (severity !== undefined) {
      close();
      block = { severity, lines: [...before.splice(0), line] };
    } else if (note.test(line)) {
      (block?.lines ?? rest).push(...before.splice(0), line);
    } else if (before.length > 0 || context.some((form) => form.test(line))) {
      before.push(line);
    } else {
      (block?.lines ?? rest).push(line);
    }
  }
  close();
  return { groups, rest: [...rest, ...before].join("\n") };
}

function severityOf(line: string): Block["severity"] | undefined {
  const kind = message.exec(line)?.groups?.kind;
  if (kind === undefined) return undefinedReference.test(line) ? "error" : undefined;
  return kind === "warning" ? "warning" : "error";
}

/** The construct of the message itself, else of what it was included from or required by. */
function logicalPathOf(lines: readonly string[], buildFolder?: string): string | undefined {
  const main = lines.filter((line) => severityOf(line) !== undefined);
  for (const line of [...main, ...lines]) {
    const location = locationOf(line);
    const path =
      buildFolder !== undefined && location?.startsWith(`${buildFolder}/`)
        ? location.slice(buildFolder.length + 1)
        : location;
    if (path !== undefined && isLogicalPath(path)) return path;
  }
  return undefined;
}

function locationOf(line: string): string | undefined {
  return /^(?:In file included from |\s+from )?(?<path>[^:]+):(?:\d+[:,]| (?:In|At) )/.exec(line)
    ?.groups?.path;
}

function isLogicalPath(path: string): boolean {
  return /^[A-Za-z_]\w*(?:\/[^/]+)+$/.test(path) && !/\.\w+$/.test(path);
}
