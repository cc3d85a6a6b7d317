/**
 * Defaults for options, from `gen-bindings.config.json` or the key `gen-bindings` of a
 * `package.json`: of the working folder, else of the nearest folder above it that has one.
 */
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import type { DocumentNode, Property } from "../spec/document.js";
import { loadJson } from "../spec/load-json.js";
import { readSource } from "../spec/read-source.js";
import { fitToSchema } from "../spec/validate.js";
import { type ConfigurationValues, configurationSchema } from "./schema.js";

const OWN_FILE = "gen-bindings.config.json";
const KEY = "gen-bindings";

/** The values of a configuration, its paths as they are called in the working folder. */
export interface Configuration extends Omit<ConfigurationValues, "$schema"> {
  readonly path: string;
  /** The folder that it lies in; empty for the working folder. */
  readonly folder: string;
}

/**
 * Looks for a configuration and reads it.
 *
 * @param cwd where to begin, absolute
 * @param look told where a configuration would come before any other, whether or not it is there
 * @returns the configuration, undefined where there is none
 */
export function findConfiguration(
  cwd: string,
  look: (path: string) => void = () => {},
): Outcome<Configuration | undefined> {
  look(join(cwd, OWN_FILE));
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = configurationIn(relative(cwd, folder));
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return { diagnostics: [] };
  }
}

function configurationIn(folder: string): Outcome<Configuration> | undefined {
  const own = join(folder, OWN_FILE);
  const inPackage = keyOfPackage(join(folder, "package.json"));
  if (!existsSync(own)) return inPackage && then(inPackage, ({ value }) => read(value, folder));
  if (inPackage?.value !== undefined) {
    const given = { own, other: inPackage.value.keySpan.source.path };
    return { diagnostics: [diagnose("GB0006", given, { span: inPackage.value.keySpan })] };
  }
  return then(readSource(own), (source) => then(loadJson(source), (root) => read(root, folder)));
}

/** A package.json without the key is no business of ours, whatever else is wrong with it. */
function keyOfPackage(path: string): Outcome<Property> | undefined {
  if (!existsSync(path)) return undefined;
  const { value: source } = readSource(path);
  if (!source?.text.includes(`"${KEY}"`)) return undefined;
  const { value: root, diagnostics } = loadJson(source);
  if (root === undefined) return { diagnostics };
  const property = root.kind === "object" ? root.properties.get(KEY) : undefined;
  return property && { value: property, diagnostics };
}

function read(root: DocumentNode, folder: string): Outcome<Configuration> {
  return then(fitToSchema(root, configurationSchema), ({ $schema, ...values }) => {
    const here = (path: string) => (isAbsolute(path) ? path : join(folder, path));
    const value: Configuration = {
      ...values,
      path: root.span.source.path,
      folder,
      specs: values.specs?.map(here),
      templates: values.templates?.map(here),
      plugins: values.plugins?.map(here),
      output: values.output && here(values.output),
      // A name without a slash is looked up on PATH.
      python: values.python?.includes("/") ? here(values.python) : values.python,
    };
    return { value, diagnostics: [] };
  });
}

function then<First, Second>(
  { value, diagnostics }: Outcome<First>,
  next: (value: First) => Outcome<Second>,
): Outcome<Second> {
  if (value === undefined || hasErrors(diagnostics)) return { diagnostics };
  const second = next(value);
  return { ...second, diagnostics: [...diagnostics, ...second.diagnostics] };
}
