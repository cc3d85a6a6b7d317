#!/usr/bin/env node
/** The command line: the only file that touches the process. */
import { existsSync, readdirSync } from "node:fs";
import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import { COMMANDS, failureOf, Misuse, misspeltCommand } from "./command-line/misuse.js";
import {
  checkCommon,
  commonOptions,
  formatOf,
  type Given,
  generateOptions,
  onlyOnce,
  optionsOf,
} from "./command-line/options.js";
import { bugReport } from "./commands/bug-report.js";
import type { Options, Status, Surroundings } from "./commands/surroundings.js";
import { tell } from "./commands/tell.js";
import { findConfiguration } from "./config/configuration.js";
import { diagnose } from "./diagnostics/diagnostic.js";
import { type Reporter, type ReportFormat, reporterFor } from "./diagnostics/reporter.js";
import { cmakeFolder, generatorVersion } from "./version.js";

const words = hideBin(process.argv);
const cwd = process.cwd();
const print = (line: string) => process.stdout.write(`${line}\n`);
const printError = (line: string) => process.stderr.write(`${line}\n`);
/** Node knows what NO_COLOR, FORCE_COLOR and TERM say of a terminal. */
const hasColors = process.stderr.isTTY === true && process.stderr.hasColors();
const isTerminal = process.stdout.isTTY === true && process.env.TERM !== "dumb";

// A reader such as `head` that has seen enough closes the pipe: no mistake of anybody's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

/** Commands and options of the language that later versions will have. */
const LATER_COMMANDS = ["init", "schema"];
const LATER_OPTIONS = ["watch"];

/** With a document on standard output, nothing else is printed there. */
function surroundingsFor(format: ReportFormat, { report }: Reporter): Surroundings {
  const terminal =
    format === "text"
      ? { print, printError, isInteractive: isTerminal && process.env.CI === undefined }
      : { print: printError, printError, isInteractive: false };
  return { cwd, environment: process.env, terminal, report };
}

type Command = (options: Options, surroundings: Surroundings) => Status | Promise<Status>;

/** Finds the configuration, runs a command, and shows what it found. */
async function carryOut(given: Given, command: Command): Promise<void> {
  const configuration = given.config === false ? { diagnostics: [] } : findConfiguration(cwd);
  const format = formatOf(given, configuration.value);
  const reporter = reporterFor(format, { printError, hasColors }, generatorVersion);
  const surroundings = surroundingsFor(format, reporter);
  const work = () =>
    tell(surroundings, configuration.diagnostics) ||
    command(optionsOf(given, configuration.value), surroundings);
  process.exitCode = await orBug(work, reporter);
  const document = reporter.finish();
  if (document !== undefined) print(document);
}

/** Exit status 70 for a bug of ours. */
async function orBug(work: () => Status | Promise<Status>, reporter: Reporter): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Misuse) throw error;
    reporter.report([bugReport(error)]);
    return 70;
  }
}

/** Refuses to run a command without a spec, be it named or in the configuration. */
function forSpecs(command: Command): Command {
  return (options, surroundings) => {
    if (options.specs.length === 0) throw new Misuse("name a spec file");
    return command(options, surroundings);
  };
}

function withSpecs<Start>(command: Argv<Start>) {
  return command.positional("specs", { type: "string", array: true, describe: "spec files" });
}

function withGenerateOptions<Start>(command: Argv<Start>) {
  return withSpecs(command)
    .options(generateOptions)
    .conflicts({ check: ["dry-run", "diff"], "dry-run": "diff" })
    .conflicts("stamp", ["check", "dry-run", "diff"])
    .implies("depfile", "stamp")
    .check((given) => onlyOnce(generateOptions, given) ?? true);
}

interface GenerateGiven {
  readonly specs?: readonly string[] | undefined;
  readonly stamp?: string | undefined;
  readonly depfile?: string | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly diff?: boolean | undefined;
  readonly check?: boolean | undefined;
  readonly "list-outputs"?: boolean | undefined;
  readonly "cmake-dir"?: boolean | undefined;
}

function generating({ specs: [first] = [], stamp, depfile, ...given }: GenerateGiven): Command {
  const misspelt = first === undefined || existsSync(first) ? undefined : misspeltCommand(first);
  if (misspelt !== undefined) throw misspelt;
  if (given["cmake-dir"]) {
    return (_options, { terminal }) => {
      terminal.print(cmakeFolder);
      return 0;
    };
  }
  if (given["list-outputs"]) {
    return async (options, surroundings) =>
      (await import("./commands/list-outputs.js")).listOutputs(options, surroundings);
  }
  const preview = (["check", "diff", "dry-run"] as const).find((each) => given[each]);
  const record = stamp === undefined ? undefined : { stamp, depfile };
  return forSpecs(async (options, surroundings) => {
    if (record && options.specs.length !== 1) throw new Misuse("--stamp is for one spec at a time");
    const { generate } = await import("./commands/generate.js");
    return generate({ ...options, preview, record }, surroundings);
  });
}

/** Without a spec named, `explain` looks at those in the working folder. */
function explaining(name: string): Command {
  return async (options, surroundings) => {
    const here = readdirSync(cwd).filter((each) => /\.spec\.(jsonc?|ya?ml|ts)$/.test(each));
    const specs = options.specs.length > 0 ? options.specs : here;
    return (await import("./commands/explain.js")).explain(
      name,
      { ...options, specs },
      surroundings,
    );
  };
}

const parser = yargs(words)
  .scriptName("gen-bindings")
  .usage(
    "$0 <spec…>\n\nBoost.Python bindings from a spec that declares what each call does to the GIL.",
  )
  .options(commonOptions)
  .check(checkCommon)
  .command(
    "$0 [specs..]",
    "generate the output folder of each spec",
    (command) => withGenerateOptions(command),
    async (given) => carryOut(given, generating(given)),
  )
  .command("check [specs..]", "check the specs; write nothing", withSpecs, async (given) =>
    carryOut(
      given,
      forSpecs(async (...run) => (await import("./commands/check.js")).check(...run)),
    ),
  )
  .command("build [specs..]", "generate, then compile with CMake", withSpecs, async (given) =>
    carryOut(
      given,
      forSpecs(async (...run) => (await import("./commands/build.js")).build(...run)),
    ),
  )
  .command(
    "test [specs..]",
    "generate, compile, and run the generated tests",
    withSpecs,
    async (given) =>
      carryOut(
        given,
        forSpecs(async (...run) => (await import("./commands/test.js")).test(...run)),
      ),
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
      carryOut(given, async (...run) =>
        (await import("./commands/templates.js")).templates(action, name, ...run),
      ),
  )
  .command(
    "explain <name> [specs..]",
    "a callable's GIL policy and where it came from, or a diagnostic code",
    (command) =>
      withSpecs(command).positional("name", {
        type: "string",
        demandOption: true,
        describe: "f, Counter.inc, GB3001",
      }),
    async (given) => carryOut(given, explaining(given.name)),
  )
  .command(
    "convert [specs..]",
    "write the same spec in another syntax, beside it",
    (command) =>
      withSpecs(command).option("to", {
        choices: ["json", "jsonc", "yaml", "ts"] as const,
        demandOption: true,
        describe: "the syntax",
      }),
    async ({ to, ...given }) =>
      carryOut(
        given,
        forSpecs(async (...run) => (await import("./commands/convert.js")).convert(to, ...run)),
      ),
  )
  .epilogue(
    "Without specs, commands take those that gen-bindings.config.json names. Exit status: 0 fine, " +
      "1 diagnostics, 2 wrong use, 70 a bug of gen-bindings.",
  )
  .version(generatorVersion)
  .alias("help", "h")
  .wrap(100)
  .detectLocale(false)
  .strict()
  .exitProcess(false)
  .fail((message, error) => {
    throw failureOf(message, error, words);
  });

function textReporter(): Reporter {
  return reporterFor("text", { printError, hasColors }, generatorVersion);
}

/** What this version does not do yet is said before yargs calls it unknown. */
function notBuiltYet(): string | undefined {
  return (
    LATER_COMMANDS.find((name) => words[0] === name) ??
    LATER_OPTIONS.map((name) => `--${name}`).find((name) =>
      words.some((word) => word === name || word.startsWith(`${name}=`)),
    )
  );
}

try {
  const later = notBuiltYet();
  if (later !== undefined) {
    textReporter().report([diagnose("GB0002", { what: later })]);
    process.exitCode = 2;
  } else await parser.parseAsync();
} catch (error) {
  if (error instanceof Misuse) {
    const command = COMMANDS.find((name) => name === words[0]);
    printError(`${error.message}\nTry: gen-bindings ${command ? `${command} ` : ""}--help`);
    process.exitCode = 2;
  } else {
    textReporter().report([bugReport(error)]);
    process.exitCode = 70;
  }
}
