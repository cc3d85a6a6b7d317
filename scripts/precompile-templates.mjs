/** Compiles this program's own templates into dist/, for the build. */
import { writeFileSync } from "node:fs";
import { compiledTemplatesFile, templatesFolder } from "../dist/package-files.js";
import { precompile } from "../dist/render/templates/compiled-templates.js";
import { readTemplates } from "../dist/render/templates/template-set.js";

const { own } = readTemplates(templatesFolder).value;
const texts = own.flatMap(({ template }) => (template === undefined ? [] : [template.text]));
writeFileSync(compiledTemplatesFile, precompile(texts));
