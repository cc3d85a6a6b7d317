/** From the model to the files of the output folder, not yet formatted. */

import type { Module } from "../model/model.js";
import type { GeneratedFile } from "../output/generated-file.js";
import { moduleView, type RenderFacts } from "./module-view.js";
import { stubViews } from "./stub/stub-view.js";
import { printTemplates, type TemplateSet } from "./template-set.js";

export type { RenderFacts } from "./module-view.js";
export { readTemplates } from "./template-set.js";

export function render(
  module: Module,
  templates: TemplateSet,
  facts: RenderFacts,
): readonly GeneratedFile[] {
  return printTemplates(templates, moduleView(module, facts), {
    stub: stubViews(module, facts.generator),
  });
}
