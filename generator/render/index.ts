/** From the model to the files of the output folder, not yet formatted. */

import type { Outcome } from "../diagnostics/diagnostic.js";
import type { Module } from "../model/model.js";
import type { GeneratedFile } from "../output/generated-file.js";
import { classPageViews } from "./class-page-view.js";
import { moduleView, type RenderFacts, sharedHeaderViews } from "./module-view.js";
import { shardViews } from "./shard-view.js";
import { stubViews } from "./stub/stub-view.js";
import { printTemplates, type Templates } from "./templates/index.js";
import { translationUnits } from "./translation-units.js";

export type { RenderFacts } from "./module-view.js";
export {
  ejectedTemplates,
  ejectedText,
  isOriginalUnchanged,
  loadTemplates,
  readTemplates,
  type TemplateEntry,
  type TemplateSet,
  type Templates,
  templateEntries,
  templateName,
} from "./templates/index.js";

/** What is wrong is in templates or helpers of the user's. */
export function render(
  module: Module,
  templates: Templates,
  facts: RenderFacts,
): Outcome<readonly GeneratedFile[]> {
  const units = translationUnits(module, facts.shards);
  const { files, partials } = templates.set;
  const hasOwn = [...files.values(), ...partials.values()].some((each) => !each.isBuiltIn);
  const view = moduleView(module, units.entry, facts, hasOwn);
  return printTemplates(templates, {
    module: () => [{ path: module.name, view }],
    shared_header: () => sharedHeaderViews(module, view),
    shard: () => shardViews(module, units, view),
    stub: () => stubViews(module, facts.generator),
    class: () => classPageViews(module, facts.generator),
  });
}
