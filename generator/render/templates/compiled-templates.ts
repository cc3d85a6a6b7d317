/**
 * This program's own templates as Handlebars compiled them when the program was built: compiling takes
 * longer than printing. A template that has no compiled form here is compiled when it is needed.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { compiledTemplatesFile } from "../../package-files.js";
import { handlebarsRuntime, wholeHandlebars } from "./handlebars.js";
import { OWN_BLOCK_HELPERS } from "./own-helpers.js";

const require = createRequire(import.meta.url);

/** How each template is compiled; the helpers are those of plugins. */
export function compileOptions(helpers: Iterable<string>) {
  return {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(
      [...OWN_BLOCK_HELPERS.keys(), ...helpers].map((name) => [name, true]),
    ),
    explicitPartialContext: true,
  };
}

/** Names what comes out of the compiler by all that goes in: what is found is never out of date. */
function compilationKey(text: string, options: object): string {
  const input = JSON.stringify([handlebarsRuntime.VERSION, options, text]);
  return createHash("sha256").update(input).digest("hex");
}

/**
 * @returns The JavaScript of a module that compiledTemplate looks into.
 * @public The build calls it.
 */
export function precompile(texts: readonly string[]): string {
  const options = compileOptions([]);
  const entries = texts.map((text) => {
    // A copy, as Handlebars adds to what it is given.
    const compiled = wholeHandlebars().precompile(text, { ...options } as PrecompileOptions);
    return `${JSON.stringify(compilationKey(text, options))}: ${String(compiled)},\n`;
  });
  return `module.exports = {\n${entries.join("")}};\n`;
}

/** What the build compiled of a template, or undefined where this text was not there with these options. */
export function compiledTemplate(
  text: string,
  options: object,
  file: string = compiledTemplatesFile,
): TemplateSpecification | undefined {
  if (!existsSync(file)) return undefined;
  const compiled: Readonly<Record<string, TemplateSpecification>> = require(file);
  return compiled[compilationKey(text, options)];
}
