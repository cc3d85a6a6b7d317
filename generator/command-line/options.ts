/** The options of the command line, as tables: for yargs, and for "did you mean". */
import type { Options as YargsOption } from "yargs";
import type { Options } from "../commands/surroundings.js";
import type { Configuration } from "../config/configuration.js";
import { MOST_SHARDS } from "../config/schema.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { REPORT_FORMATS, type ReportFormat } from "../diagnostics/reporter.js";
import type { Dispatch } from "../model/callable.js";

type OptionTable = Readonly<Record<string, YargsOption>>;

/** What every command takes. */
export const commonOptions = {
  output: {
    alias: "o",
    type: "string",
    requiresArg: true,
    describe: "output folder (default: out/<module>)",
  },
  force: { type: "boolean", describe: "overwrite files that were changed" },
  python: {
    type: "string",
    requiresArg: true,
    describe: "Python to build for, a path or a name on PATH",
  },
  templates: {
    type: "string",
    array: true,
    requiresArg: true,
    nargs: 1,
    describe: "folder of templates that replace or add to the own ones; the last one wins",
  },
  plugin: {
    type: "string",
    array: true,
    requiresArg: true,
    nargs: 1,
    describe: "module with helpers for templates and passes over the model",
  },
  dispatch: {
    type: "string",
    requiresArg: true,
    describe:
      "how calls are dispatched where a spec does not say it: fast or boost (default: fast)",
  },
  shards: {
    type: "number",
    requiresArg: true,
    describe: "translation units that the declarations of a module go to (default: 1)",
  },
  format: {
    type: "string",
    requiresArg: true,
    describe: `how diagnostics are shown: ${REPORT_FORMATS.join(", ")} (default: text)`,
  },
  config: {
    type: "boolean",
    describe: "--no-config: take no defaults from gen-bindings.config.json or package.json",
  },
} as const satisfies OptionTable;

/** Looking before writing. */
export const previewOptions = {
  "dry-run": { type: "boolean", describe: "list what would be written; write nothing" },
  diff: { type: "boolean", describe: "show what would change; write nothing" },
  check: { type: "boolean", describe: "as --diff, with status 1 where anything would" },
} as const satisfies OptionTable;

/** What only plain `gen-bindings` takes: looking before writing, and the questions of a build system. */
export const generateOptions = {
  ...previewOptions,
  stamp: {
    type: "string",
    requiresArg: true,
    describe: "an empty file to write when all went well",
  },
  depfile: {
    type: "string",
    requiresArg: true,
    describe: "say in make's syntax what the stamp depends on",
  },
  "by-products": {
    type: "string",
    requiresArg: true,
    describe: "say in the depfile what was generated too, but for what is in this list",
  },
  "cmake-target": {
    type: "string",
    requiresArg: true,
    describe: "compare the spec with what CMake says of its target, in this file",
  },
  "list-outputs": {
    type: "boolean",
    describe: "print which generated files are compiled; write nothing",
  },
  "cmake-dir": {
    type: "boolean",
    describe: "print the folder of the CMake package, for GenBindings_DIR",
  },
} as const satisfies OptionTable;

/** What commands take that can be repeated whenever a file changes. */
export const watchOptions = {
  watch: { type: "boolean", describe: "do it again whenever a file that was read changes" },
} as const satisfies OptionTable;

/** How a new project is written and built; the names are those of the kinds. */
export const initOptions = {
  json: { type: "boolean", describe: "write the spec in JSON, as without any of these" },
  yaml: { type: "boolean", describe: "write the spec in YAML" },
  ts: { type: "boolean", describe: "write the spec as declarations of TypeScript" },
  cmake: { type: "boolean", describe: "build it in a CMake project, by gen_bindings_add_module()" },
  wheel: { type: "boolean", describe: "make it a Python package for pip, with scikit-build-core" },
} as const satisfies OptionTable;

const tables: readonly OptionTable[] = [commonOptions, generateOptions, watchOptions, initOptions];

/** Every name of an option, as it is written. */
export const optionNames: readonly string[] = [
  ...tables.flatMap((table) => Object.keys(table)),
  ...["help", "version", "no-config"],
].map((name) => `--${name}`);

/** The common options as they were given on the command line. */
export interface Given {
  readonly specs?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
  readonly python?: string | undefined;
  readonly dispatch?: string | undefined;
  readonly shards?: number | undefined;
  readonly templates?: readonly string[] | undefined;
  readonly plugin?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly config?: boolean | undefined;
  readonly watch?: boolean | undefined;
}

/** What is wrong with the common options, or true. */
export function checkCommon(given: Given): string | true {
  const { output, shards, dispatch, format } = given;
  const twice = onlyOnce(commonOptions, given);
  if (twice !== undefined) return twice;
  if (output === "") return "-o needs the name of a folder";
  if (shards !== undefined && !(Number.isInteger(shards) && shards >= 1 && shards <= MOST_SHARDS))
    return `--shards needs a whole number from 1 to ${MOST_SHARDS}`;
  if (dispatch !== undefined && !isDispatch(dispatch)) return "--dispatch is boost or fast";
  if (format !== undefined && !isFormat(format))
    return `--format is one of ${REPORT_FORMATS.join(", ")}. ${didYouMean(format, REPORT_FORMATS)}`;
  return true;
}

/** What is given twice comes as a list; undefined where nothing is. */
export function onlyOnce(table: OptionTable, given: object): string | undefined {
  const lists = Object.entries(given).filter(([name, value]) => {
    const option = table[name];
    return option !== undefined && !option.array && Array.isArray(value);
  });
  return lists[0] && `--${lists[0][0]} can be given only once`;
}

function isDispatch(text: string | undefined): text is Dispatch {
  return text === "boost" || text === "fast";
}

function isFormat(text: string): text is ReportFormat {
  return (REPORT_FORMATS as readonly string[]).includes(text);
}

/** How diagnostics are shown; the command line comes before the configuration. */
export function formatOf(given: Given, configuration?: Configuration): ReportFormat {
  const { format } = given;
  return format !== undefined && isFormat(format) ? format : (configuration?.format ?? "text");
}

/** What a command is to do; the command line comes before the configuration. */
export function optionsOf(given: Given, configuration?: Configuration): Options {
  const named = given.specs ?? [];
  const configured = named.length > 0 ? undefined : configuration?.specs;
  return {
    specs: configured ?? named,
    output: given.output ?? configuration?.output,
    outputRoot: configured && configuration?.folder,
    force: given.force ?? false,
    python: given.python ?? configuration?.python,
    dispatch: isDispatch(given.dispatch) ? given.dispatch : undefined,
    shards: given.shards ?? configuration?.shards,
    templates: given.templates ?? configuration?.templates,
    plugins: given.plugin ?? configuration?.plugins,
    configurationFile: configuration?.path,
  };
}
