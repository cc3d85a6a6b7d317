/** `gen-bindings <spec…>`: checks, generates, writes. All specs are right, or nothing is written. */
import { resolve } from "node:path";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import { writeRecord } from "../output/depfile.js";
import { MANIFEST } from "../output/own-names.js";
import { isUpToDate, planWrites, type WritePlan } from "../output/plan.js";
import { applyPlan } from "../output/write.js";
import {
  type CheckedModule,
  checkSpec,
  filesReadFor,
  generateFiles,
  templatesOf,
} from "../pipeline.js";
import { loadPlugins, oneLine, type Plugins } from "../plugins/load-plugins.js";
import { runPluginPasses } from "../plugins/run-passes.js";
import type { Templates } from "../render/index.js";
import { generatorVersion } from "../version.js";
import { outputFolder } from "./output-folder.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

/** A module whose output folder is up to date. */
export interface WrittenModule extends CheckedModule {
  readonly folder: string;
  readonly templates: Templates;
  /** Whether its output folder was up to date before. */
  readonly isUnchanged: boolean;
}

/** A module, and what is to be written of it. */
export interface PlannedModule {
  readonly written: WrittenModule;
  readonly plan: WritePlan;
}

export async function generate(options: Options, surroundings: Surroundings): Promise<Status> {
  const { print } = surroundings.terminal;
  if (options.preview === undefined) {
    return tell(surroundings, (await generateAll(options, print)).diagnostics);
  }
  const { preview } = await import("./preview.js");
  const { value = [], diagnostics } = await planAll(options);
  const shown = value.flatMap((each) => preview(each, options.preview ?? "dry-run", print));
  return tell(surroundings, [...diagnostics, ...shown]);
}

/** Generates and writes every spec; `print` is told what became of each output folder. */
export async function generateAll(
  options: Options,
  print: (line: string) => void,
): Promise<Outcome<readonly WrittenModule[]>> {
  const { value: planned, diagnostics: found } = await planAll(options);
  if (planned === undefined) return { diagnostics: found };
  const diagnostics: Diagnostic[] = [...found];
  for (const { written, plan } of planned) {
    const applied = applyPlan(plan);
    diagnostics.push(...applied.diagnostics);
    if (applied.value === undefined) return { diagnostics };
    const { written: count, unchanged, removed } = applied.value;
    print(
      isUpToDate(plan)
        ? `${written.folder}: nothing to do, ${unchanged} files are up to date`
        : `${written.folder}: ${count} written, ${unchanged} unchanged, ${removed} removed`,
    );
    if (options.record) {
      const read = filesRead(written, options);
      diagnostics.push(...writeRecord(options.record, read, filesMade(plan)));
    }
  }
  return { value: planned.map((each) => each.written), diagnostics };
}

/** Every file that the output of a module depends on, absolute. */
function filesRead(
  written: WrittenModule,
  { configurationFile, plugins }: Options,
): readonly string[] {
  const own = filesReadFor(written, written.templates);
  const read = [...own, ...(plugins ?? []).map((path) => resolve(path))];
  return configurationFile === undefined ? read : [...read, resolve(configurationFile)];
}

/** Every file that is there when a plan was carried out, absolute. */
function filesMade({ folder, files }: WritePlan): readonly string[] {
  const made = files.filter(({ status }) => status !== "removed").map(({ path }) => path);
  return [...made, MANIFEST].map((path) => resolve(folder, path));
}

/** Checks and generates every spec; writes nothing. */
async function planAll(options: Options): Promise<Outcome<readonly PlannedModule[]>> {
  if (options.output !== undefined && options.specs.length > 1) {
    return { diagnostics: [diagnose("GB0004", {})] };
  }
  for (const folder of options.templates ?? []) options.round?.onFolder(folder);
  for (const path of options.plugins ?? []) options.round?.onRead(path);
  const plugins = await loadPlugins(options.plugins ?? []);
  if (plugins.value === undefined) return { diagnostics: plugins.diagnostics };
  const templates = templatesOf(options.templates ?? [], plugins.value.helpers);
  if (templates.value === undefined) return { diagnostics: templates.diagnostics };
  const diagnostics: Diagnostic[] = [...templates.diagnostics];
  const planned: PlannedModule[] = [];
  for (const spec of options.specs) {
    const outcome = await planModule(spec, templates.value, plugins.value, options);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.value === undefined) continue;
    const { written } = outcome.value;
    const first = planned.find((each) => each.written.module.name === written.module.name);
    if (first === undefined) planned.push(outcome.value);
    else diagnostics.push(twice(written, first.written));
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: planned, diagnostics };
}

async function planModule(
  spec: string,
  templates: Templates,
  plugins: Plugins,
  options: Options,
): Promise<Outcome<PlannedModule>> {
  const checked = checkSpec(spec, { ...options, look: options.round?.onRead });
  if (checked.value === undefined) return { diagnostics: checked.diagnostics };
  const passed = runPluginPasses(checked.value.module, plugins.passes);
  if (passed.value === undefined) return { diagnostics: passed.diagnostics };
  const module = passed.value;
  const complete = { ...checked.value, module };
  const folder = outputFolder(options, module.name);
  const files = await blamingPasses(plugins, () =>
    generateFiles(complete, folder, { ...options, templates }),
  );
  const before = [...checked.diagnostics, ...files.diagnostics];
  if (files.value === undefined) return { diagnostics: before };
  const plan = planWrites(folder, files.value, {
    module: module.name,
    generator: generatorVersion,
    force: options.force,
    isForComparison: options.preview === "diff" || options.preview === "check",
  });
  const diagnostics = [...before, ...plan.diagnostics];
  if (plan.value === undefined) return { diagnostics };
  const isUnchanged = isUpToDate(plan.value);
  const written = { ...complete, folder, templates, isUnchanged };
  for (const path of filesRead(written, options)) options.round?.onRead(path);
  return {
    value: { written, plan: plan.value },
    diagnostics,
  };
}

/** Nothing checks a model that passes of plugins have changed: what can't be printed is theirs. */
async function blamingPasses<Value>(
  { passes }: Plugins,
  print: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  if (passes.length === 0) return print();
  try {
    return await print();
  } catch (error) {
    const paths = [...new Set(passes.map(({ path }) => path))];
    return { diagnostics: [diagnose("GB0424", { paths, why: oneLine(error) })] };
  }
}

function twice(second: WrittenModule, first: WrittenModule): Diagnostic {
  const given = { name: second.module.name, first: first.spec };
  return diagnose("GB0005", given, { span: second.module.span });
}
