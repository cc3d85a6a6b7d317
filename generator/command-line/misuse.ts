/** Wrong use of the command line, in words that lead to the right one. */
import { nearest } from "../diagnostics/nearest.js";
import { optionNames } from "./options.js";

/** Stops the command line with exit status 2. */
export class Misuse extends Error {}

/** The commands, apart from generating, which has no name. */
export const COMMANDS = [
  "check",
  "build",
  "test",
  "init",
  "convert",
  "migrate",
  "templates",
  "explain",
] as const;

/**
 * What yargs found: its own complaint of the words given, or an exception of a command's.
 *
 * @param words what stands on the command line
 */
export function failureOf(
  message: string | undefined,
  error: unknown,
  words: readonly string[],
): Error {
  if (error instanceof Error && error.name !== "YError") return error;
  return new Misuse(explain(message ?? "", words));
}

/** What a command can't do without. */
const lacking: Readonly<Record<string, string>> = {
  convert: "name a spec file",
  explain: "name what to explain",
  templates: "say list, eject or diff",
};

function explain(message: string, words: readonly string[]): string {
  if (message.startsWith("Not enough non-option arguments")) {
    return lacking[words[0] ?? ""] ?? message;
  }
  const unknown = /^Unknown arguments?: (.*)$/.exec(message)?.[1]?.split(", ") ?? [];
  if (unknown.length === 0) return message;
  // yargs lists some of them twice, as dry-rn and as dryRn.
  const written = words.filter((word) => unknown.includes(word.replace(/^--?|=.*$/gs, "")));
  return (written.length > 0 ? written : unknown).map(explainUnknown).join("\n");
}

function explainUnknown(word: string): string {
  const name = word.replace(/=.*$/s, "");
  const near = name.startsWith("-") ? nearest(name, optionNames) : undefined;
  return `unknown option "${name}"${near === undefined ? "" : `; did you mean "${near}"?`}`;
}

/** What a word that is no file was meant for: a command that is not spelt right. */
export function misspeltCommand(word: string): Misuse | undefined {
  const near = nearest(word, COMMANDS);
  return near === undefined
    ? undefined
    : new Misuse(`there is no command or spec "${word}"; did you mean "${near}"?`);
}
