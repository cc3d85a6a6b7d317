/** `gen-bindings templates list|eject|diff`: what there is to replace, copies of it, and what became of it. */
import { lstatSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { systemErrorText } from "../diagnostics/system-error.js";
import { differenceOf } from "../output/differences.js";
import { templateSetOf } from "../pipeline.js";
import {
  ejectedTemplates,
  ejectedText,
  isOriginalUnchanged,
  type TemplateEntry,
  type TemplateSet,
  templateEntries,
  templateName,
} from "../render/index.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

export type TemplatesAction = "list" | "eject" | "diff";

/** Where templates are ejected to, unless --templates names another folder. */
const DEFAULT_FOLDER = "templates";

/** @param name of eject: the template */
export function templates(
  action: TemplatesAction,
  name: string | undefined,
  options: Options,
  surroundings: Surroundings,
): Status {
  if (action === "eject") return eject(name ?? "", options, surroundings);
  const { value, diagnostics } = templateSetOf(options.templates ?? []);
  const status = tell(surroundings, diagnostics);
  if (value === undefined) return status;
  const { print } = surroundings.terminal;
  if (action === "list") for (const line of listing(value)) print(line);
  else for (const line of comparisons(value)) print(line);
  return status;
}

function listing(set: TemplateSet): readonly string[] {
  const entries = templateEntries(set);
  const widest = Math.max(...entries.map(({ name }) => name.length));
  return entries.map((each) => `${each.name.padEnd(widest)}  ${origin(each)}`.trimEnd());
}

function origin({ path, replaced, isBuiltIn, isEmptyHook }: TemplateEntry): string {
  if (isBuiltIn) return isEmptyHook ? "an empty hook" : "";
  if (replaced.length === 0) return `added by ${path}`;
  const others = replaced.filter((each) => !each.isBuiltIn).map((each) => each.path);
  return [`replaced by ${path}`, ...others.map((each) => `and, beneath it, by ${each}`)].join(", ");
}

function comparisons(set: TemplateSet): readonly string[] {
  const all = ejectedTemplates(set);
  if (all.length === 0) return ["no template was ejected into these folders"];
  return all.flatMap(({ path, ejected, original }) => {
    const isUnchanged = isOriginalUnchanged(ejected, original);
    const today = original === undefined ? "" : Buffer.from(original.bytes).toString();
    const now = isUnchanged ? "is unchanged" : original === undefined ? "is gone" : "has changed";
    const difference = differenceOf(path, `gen-bindings/${ejected.path}`, ejected.text, today);
    return [
      `${path}: the original ${now} since it was ejected`,
      ...(ejected.text === today ? [] : [difference.trimEnd()]),
    ];
  });
}

function eject(name: string, options: Options, surroundings: Surroundings): Status {
  const { value, diagnostics } = templateSetOf([]);
  if (value === undefined) return tell(surroundings, diagnostics);
  const { own } = value;
  const source = own.find((each) => [each.path, templateName(each)].includes(name));
  if (source === undefined) {
    const near = didYouMean(name, own.map(templateName));
    return tell(surroundings, [diagnose("GB0415", { name, near })]);
  }
  const path = join(options.templates?.at(-1) ?? DEFAULT_FOLDER, source.path);
  if (!options.force && isThere(path)) return tell(surroundings, [diagnose("GB0416", { path })]);
  const why = write(path, ejectedText(source) ?? source.bytes);
  if (why !== undefined) return tell(surroundings, [diagnose("GB0417", { path, why })]);
  surroundings.terminal.print(`${path}: a copy of ${source.path}`);
  return 0;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What stands in the way is told when it is written.
    return false;
  }
}

/** Beside it first, so that it is whole and never written through a link; why not, where it can't be. */
function write(path: string, content: string | Uint8Array): string | undefined {
  const beside = `${path}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, content, { flag: "wx" });
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    return systemErrorText(error);
  }
}
