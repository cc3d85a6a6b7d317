#!/usr/bin/env node
/** The command line: the only file that touches the process. */
import { existsSync, readdirSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import yargs, { type Argv } from "yargs";
import { hideBin } from "yargs/helpers";
import { COMMANDS, failureOf, Misuse, misspeltCommand } from "./command-line/misuse.js";
import {
  checkCommon,
  commonOptions,
  formatOf,
  type Given,
  generateOptions,
  initOptions,
  onlyOnce,
  optionsOf,
  previewOptions,
  watchOptions,
} from "./command-line/options.js";
import { bugReport } from "./commands/bug-report.js";
import type { Options, Status, Surroundings } from "./commands/surroundings.js";
import { tell } from "./commands/tell.js";
import { findConfiguration } from "./config/configuration.js";
import { filesOf } from "./diagnostics/diagnostic.js";
import { type Reporter, type ReportFormat, reporterFor } from "./diagnostics/reporter.js";
import { cmakeFolder } from "./package-files.js";
import { generatorVersion } from "./version.js";
import type { Round } from "./watch/rounds.js";

// V8 lets the heap grow to four times what is used before it looks for what is not: of a hundred thousand
// functions, to more than a gigabyte. To twice as much costs a large module a tenth of its time, others nothing.
setFlagsFromString("--heap-growing-percent=100");

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

/** With a document on standard output, nothing else is printed there. */
function surroundingsFor(format: ReportFormat, report: Reporter["report"]): Surroundings {
  const terminal =
    format === "text"
      ? { print, printError, isInteractive: isTerminal && process.env.CI === undefined }
      : { print: printError, printError, isInteractive: false };
  return { cwd, environment: process.env, terminal, report };
}

type Command = (options: Options, surroundings: Surroundings) => Status | Promise<Status>;

/** Runs a command once, or with `--watch` until it is interrupted, which is no mistake. */
async function carryOut(given: Given, command: Command): Promise<void> {
  if (isTerminal || given.watch) endOnInterrupt(given.watch ? 0 : 130);
  if (!given.watch) return runOnce(given, command);
  const { runRounds } = await import("./watch/rounds.js");
  await runRounds({ run: (round) => runOnce(given, command, round), print: printError });
}

/** Finds the configuration, runs a command, and shows what it found. */
async function runOnce(given: Given, command: Command, round?: Round): Promise<void> {
  const configuration =
    given.config === false ? { diagnostics: [] } : findConfiguration(cwd, round?.onSought);
  const format = formatOf(given, configuration.value);
  const reporter = reporterFor(format, { printError, hasColors }, generatorVersion);
  const surroundings = surroundingsFor(format, (found) => {
    // What is wrong somewhere will be mended there.
    for (const path of filesOf(found)) round?.onRead(path);
    reporter.report(found);
  });
  const options = { ...optionsOf(given, configuration.value), round };
  const work = () =>
    tell(surroundings, configuration.diagnostics) || command(options, surroundings);
  process.exitCode = await orBug(work, reporter);
  const document = reporter.finish();
  if (document !== undefined) print(document);
}

/** Lets the programs that were started go too, and the cursor be seen that progress hides. */
function endOnInterrupt(status: number): void {
  process.once("SIGINT", () => {
    if (isTerminal) process.stdout.write("\u001b[?25h\n");
    process.exit(status);
  });
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

function withWatch<Start>(command: Argv<Start>) {
  return withSpecs(command).options(watchOptions);
}

function withGenerateOptions<Start>(command: Argv<Start>) {
  return withWatch(command)
    .options(generateOptions)
    .conflicts("watch", ["check", "dry-run", "diff", "list-outputs"])
    .conflicts({ check: ["dry-run", "diff"], "dry-run": "diff" })
    .conflicts("stamp", ["check", "dry-run", "diff"])
    .implies({ depfile: "stamp", "by-products": "depfile" })
    .check((given) => onlyOnce(generateOptions, given) ?? true);
}

interface GenerateGiven {
  readonly specs?: readonly string[] | undefined;
  readonly stamp?: string | undefined;
  readonly depfile?: string | undefined;
  readonly "by-products"?: string | undefined;
  readonly "cmake-target"?: string | undefined;
  readonly "dry-run"?: boolean | undefined;
  readonly diff?: boolean | undefined;
  readonly check?: boolean | undefined;
  readonly "list-outputs"?: boolean | undefined;
  readonly "cmake-dir"?: boolean | undefined;
}

function previewOf(given: Pick<GenerateGiven, "check" | "diff" | "dry-run">) {
  return (["check", "diff", "dry-run"] as const).find((each) => given[each]);
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
  const preview = previewOf(given);
  const byProducts = given["by-products"];
  const record = stamp === undefined ? undefined : { stamp, depfile, byProducts };
  return forSpecs(async (options, surroundings) => {
    if (record && options.specs.length !== 1) throw new Misuse("--stamp is for one spec at a time");
    const { generate } = await import("./commands/generate.js");
    const cmakeTarget = given["cmake-target"];
    return generate({ ...options, preview, record, cmakeTarget }, surroundings);
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
  .command("build [specs..]", "generate, then compile with CMake", withWatch, async (given) =>
    carryOut(
      given,
      forSpecs(async (...run) => (await import("./commands/build.js")).build(...run)),
    ),
  )
  .command(
    "test [specs..]",
    "generate, compile, and run the generated tests",
    (command) => withWatch(command),
    async (given) =>
      carryOut(
        given,
        forSpecs(async (...run) => (await import("./commands/test.js")).test(...run)),
      ),
  )
  .command(
    "init [folder]",
    "write a new project that builds and tests at once",
    (command) =>
      command
        .positional("folder", { type: "string", default: ".", describe: "where it goes" })
        .options(initOptions)
        .conflicts({ json: ["yaml", "ts"], yaml: "ts", cmake: "wheel" }),
    async ({ folder, ...given }) => {
      const { specSyntaxes, projectBuilds } = await import("./commands/project-kinds.js");
      const syntax = specSyntaxes[given.ts ? "ts" : given.yaml ? "yaml" : "json"];
      const build = projectBuilds[given.wheel ? "wheel" : given.cmake ? "cmake" : "alone"];
      const { init } = await import("./commands/init.js");
      return carryOut({ ...given, config: false }, (_options, surroundings) =>
        init({ folder, syntax, build }, surroundings),
      );
    },
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
    "schema",
    "print the JSON Schema of specs, for editors",
    (command) => command,
    async (given) =>
      carryOut(given, async (_, run) => (await import("./commands/schema.js")).schema(run)),
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
  .command(
    "migrate [specs..]",
    "rewrite specs in the newest version of the language, in place",
    (command) =>
      withSpecs(command)
        .options(previewOptions)
        .conflicts({ check: ["dry-run", "diff"], "dry-run": "diff" }),
    async ({ check, diff, "dry-run": dryRun, ...given }) => {
      const preview = previewOf({ check, diff, "dry-run": dryRun });
      return carryOut(
        given,
        forSpecs(async (options, run) =>
          (await import("./commands/migrate.js")).migrate({ ...options, preview }, run),
        ),
      );
    },
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

try {
  await parser.parseAsync();
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
