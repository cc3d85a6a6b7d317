/** From the model to the files of the output folder, not yet formatted. */

import type { Module } from "../model/model.js";
import type { GeneratedFile } from "../output/generated-file.js";
import { moduleView, type RenderFacts, sharedHeaderViews } from "./module-view.js";
import { shardViews } from "./shard-view.js";
import { stubViews } from "./stub/stub-view.js";
import { printTemplates, type TemplateSet } from "./template-set.js";
import { translationUnits } from "./translation-units.js";

export type { RenderFacts } from "./module-view.js";
export { readTemplates } from "./template-set.js";

export function render(
  module: Module,
  templates: TemplateSet,
  facts: RenderFacts,
): readonly GeneratedFile[] {
  const units = translationUnits(module, facts.shards);
  const view = moduleView(module, units.entry, facts);
  return printTemplates(templates, view, {
    shared_header: sharedHeaderViews(module, view),
    shard: shardViews(module, units, view),
    stub: stubViews(module, facts.generator),
  });
}
