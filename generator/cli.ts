#!/usr/bin/env node
/** The command line: the only file that touches the process. */
import { readdirSync } from "node:fs";
import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import type { Options, Status, Surroundings } from "./commands/surroundings.js";
import { diagnose } from "./diagnostics/diagnostic.js";
import { generatorVersion } from "./version.js";

const surroundings: Surroundings = {
  cwd: process.cwd(),
  environment: process.env,
  terminal: {
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
    isInteractive: process.stdout.isTTY === true && process.env.CI === undefined,
  },
};

// A reader such as `head` that has seen enough closes the pipe: no mistake of anybody's.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** Commands and options of the language that later versions will have. */
const LATER_COMMANDS = ["init", "schema"];
const LATER_OPTIONS = ["watch", "format"];

/** More are a slip of the fingers. */
const MOST_SHARDS = 1024;

/** A wrong use of the command line, which stops yargs. */
class Misuse extends Error {}

/** What yargs found: its own complaint of the words given, or an exception of a command's. */
function failure(message: string | undefined, error: unknown): Error {
  if (error instanceof Error && error.name !== "YError") return error;
  const lacking = message?.startsWith("Not enough non-option arguments");
  return new Misuse(lacking ? "name a spec file, or with explain what to explain" : message);
}

function withSpecs<Given>(command: Argv<Given>, optional = false) {
  const described = { type: "string", array: true, describe: "spec files" } as const;
  return optional
    ? command.positional("specs", described)
    : command.positional("specs", { ...described, demandOption: true });
}

const common = yargs(hideBin(process.argv))
  .scriptName("gen-bindings")
  .usage(
    "$0 <spec…>\n\nBoost.Python bindings from a spec that declares what each call does to the GIL.",
  )
  .option("output", {
    alias: "o",
    type: "string",
    requiresArg: true,
    describe: "output folder (default: out/<module>)",
  })
  .option("force", {
    type: "boolean",
    default: false,
    describe: "overwrite files that were changed",
  })
  .option("python", {
    type: "string",
    requiresArg: true,
    describe: "Python to build for, a path or a name on PATH",
  })
  .option("templates", {
    type: "string",
    array: true,
    requiresArg: true,
    nargs: 1,
    describe: "folder of templates that replace or add to the own ones; the last one wins",
  })
  .option("shards", {
    type: "number",
    default: 1,
    requiresArg: true,
    describe: "translation units that the declarations of a module go to",
  })
  .check(({ output, python, shards }) => {
    // What is given twice comes as a list.
    if ([output, python, shards].some(Array.isArray))
      return "-o, --python and --shards can each be given once";
    if (!Number.isInteger(shards) || shards < 1 || shards > MOST_SHARDS)
      return `--shards needs a whole number from 1 to ${MOST_SHARDS}`;
    return output === "" ? "-o needs the name of a folder" : true;
  })
  .version(generatorVersion)
  .alias("help", "h")
  .wrap(100)
  .strict();

/** What only plain `gen-bindings` takes: looking before writing, and the questions of a build system. */
function withGenerateOptions(command: Argv<Given>) {
  return command
    .option("dry-run", { type: "boolean", describe: "list what would be written; write nothing" })
    .option("diff", { type: "boolean", describe: "show what would change; write nothing" })
    .option("check", { type: "boolean", describe: "as --diff, with status 1 where anything would" })
    .option("stamp", { ...NAMED_FILE, describe: "an empty file to write when all went well" })
    .option("depfile", {
      ...NAMED_FILE,
      describe: "say in make's syntax what the stamp depends on",
    })
    .option("list-outputs", {
      type: "boolean",
      describe: "print which generated files are compiled; write nothing",
    })
    .conflicts({ check: ["dry-run", "diff"], "dry-run": "diff" })
    .conflicts("stamp", ["check", "dry-run", "diff"])
    .implies("depfile", "stamp")
    .check(({ stamp, depfile, specs, ...given }) => {
      if ([stamp, depfile].some(Array.isArray))
        return "--stamp and --depfile can each be given once";
      if (stamp !== undefined && specs?.length !== 1) return "--stamp is for one spec at a time";
      return specs?.length || given["list-outputs"] ? true : "name a spec file";
    });
}

const NAMED_FILE = { type: "string", requiresArg: true } as const;

interface Given {
  readonly specs?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly force: boolean;
  readonly python?: string | undefined;
  readonly shards: number;
  readonly templates?: readonly string[] | undefined;
}

function optionsOf(given: Given): Options {
  return {
    specs: given.specs ?? [],
    output: given.output,
    force: given.force,
    python: given.python,
    shards: given.shards,
    templates: given.templates,
  };
}

type GenerateGiven = Awaited<ReturnType<ReturnType<typeof withGenerateOptions>["parse"]>>;

async function runGenerate(given: GenerateGiven): Promise<Status> {
  const options = optionsOf(given);
  if (given.listOutputs) {
    return (await import("./commands/list-outputs.js")).listOutputs(options, surroundings);
  }
  const preview = (["check", "diff", "dry-run"] as const).find((each) => given[each]);
  const { stamp, depfile } = given;
  const record = stamp === undefined ? undefined : { stamp, depfile };
  const { generate } = await import("./commands/generate.js");
  return generate({ ...options, preview, record }, surroundings);
}

/** Without a spec named, `explain` looks at those in the working folder. */
function specsHere(): readonly string[] {
  return readdirSync(surroundings.cwd).filter((name) => /\.spec\.(jsonc?|ya?ml|ts)$/.test(name));
}

async function finish(status: Status | Promise<Status>): Promise<void> {
  process.exitCode = await status;
}

common
  .command(
    "$0 [specs..]",
    "generate the output folder of each spec",
    (command) => withGenerateOptions(withSpecs(command, true)),
    async (given) => finish(runGenerate(given)),
  )
  .command(
    "check <specs..>",
    "check the specs; write nothing",
    (command) => withSpecs(command),
    async (given) =>
      finish((await import("./commands/check.js")).check(optionsOf(given), surroundings)),
  )
  .command(
    "build <specs..>",
    "generate, then compile with CMake",
    (command) => withSpecs(command),
    async (given) =>
      finish((await import("./commands/build.js")).build(optionsOf(given), surroundings)),
  )
  .command(
    "test <specs..>",
    "generate, compile, and run the generated tests",
    (command) => withSpecs(command),
    async (given) =>
      finish((await import("./commands/test.js")).test(optionsOf(given), surroundings)),
  )
  .command(
    "templates <action> [name]",
    "list the templates, eject a copy of one, or compare ejected ones with their originals",
    (command) =>
      command
        .positional("action", {
          choices: ["list", "eject", "diff"] as const,
          demandOption: true,
          describe: "what to do",
        })
        .positional("name", {
          type: "string",
          describe: "class, hooks/before_call, src/module.cpp",
        })
        .check(({ action, name }) =>
          (action === "eject") === (name !== undefined)
            ? true
            : "eject takes the name of a template",
        ),
    async ({ action, name, ...given }) =>
      finish(
        (await import("./commands/templates.js")).templates(
          action,
          name,
          optionsOf(given),
          surroundings,
        ),
      ),
  )
  .command(
    "explain <name> [specs..]",
    "a callable's GIL policy and where it came from, or a diagnostic code",
    (command) =>
      withSpecs(command, true).positional("name", {
        type: "string",
        demandOption: true,
        describe: "f, Counter.inc, GB3001",
      }),
    async (given) => {
      const specs = given.specs?.length ? given.specs : specsHere();
      finish(
        (await import("./commands/explain.js")).explain(
          given.name,
          { ...optionsOf(given), specs },
          surroundings,
        ),
      );
    },
  );

const status = await run();
if (status !== undefined) process.exitCode = status;

/** Parses and runs; exit status 2 for a wrong use of the command line, 70 for a bug of ours. */
async function run(): Promise<number | undefined> {
  const words = hideBin(process.argv);
  const later =
    LATER_COMMANDS.find((name) => words[0] === name) ??
    LATER_OPTIONS.map((name) => `--${name}`).find((name) =>
      words.some((word) => word === name || word.startsWith(`${name}=`)),
    );
  if (later !== undefined) {
    const { tell } = await import("./commands/tell.js");
    tell(surroundings, [diagnose("GB0002", { what: later })]);
    return 2;
  }
  try {
    await common
      .exitProcess(false)
      .fail((message, error) => {
        throw failure(message, error);
      })
      .parseAsync();
    return undefined;
  } catch (error) {
    if (error instanceof Misuse) {
      surroundings.terminal.printError(`${error.message}\nTry: gen-bindings --help`);
      return 2;
    }
    const { bugReport } = await import("./commands/bug-report.js");
    surroundings.terminal.printError(bugReport(error));
    return 70;
  }
}
