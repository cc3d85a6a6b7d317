/** The modules whose stubs are checked: those that other suites have built. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../program.mjs";
import { builtModuleFolder } from "../suites/examples.mjs";

/**
 * @typedef {object} BuiltModule
 * @property {string} name
 * @property {string} folder Where the module and its stub are.
 * @property {string} [spec] Of those that are compiled together, and may import each other.
 * @property {string} suite The suite of `npm test` that builds it.
 * @property {string} python What it was built for.
 */

/**
 * @param {string} python The interpreter that was chosen.
 * @returns {{ built: readonly BuiltModule[], missing: readonly BuiltModule[] }} Missing: what was not
 *   built, or not since modules have stubs.
 */
export function modulesWithStubs(python) {
  const all = [...examples(python), ...scenarios(python), ...constructs(python), ...conformance()];
  const isBuilt = ({ name, folder }) =>
    existsSync(folder) &&
    stubOf({ name, folder }) !== undefined &&
    readdirSync(folder).some((file) => file.startsWith(`${name}.`) && file.endsWith(".so"));
  return { built: all.filter(isBuilt), missing: all.filter((each) => !isBuilt(each)) };
}

/** Where Python has to look for a module: in its folder, and in those of the modules that it imports. */
export async function pathsOf({ folder, spec }) {
  if (spec === undefined) return [folder];
  const { checkSpec } = await import("../../dist/pipeline.js");
  const imports = checkSpec(spec).value?.module.imports ?? [];
  const imported = imports.flatMap(({ module }) => (module === undefined ? [] : [module]));
  return [folder, ...imported.map((name) => join(dirname(folder), name))];
}

/** The stub of a module, or of its package; undefined where there is none. */
export function stubOf({ name, folder }) {
  return [join(folder, `${name}.pyi`), join(folder, name, "__init__.pyi")].find((path) =>
    existsSync(path),
  );
}

function examples(python) {
  const folder = join(projectFolder, "specs");
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, `${name}.spec.json`)))
    .map((name) => ({
      name,
      folder: builtModuleFolder(join("specs", name, `${name}.spec.json`)),
      suite: `example: ${name}`,
      python,
    }));
}

/** Each scenario is a module of that name; the integration tests build all of them. */
function scenarios(python) {
  const folder = join(projectFolder, "tests", "scenarios");
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "spec.json")))
    .map((name) => compiledTogether(name, join(folder, name, "spec.json"), python));
}

function constructs(python) {
  const folder = join(projectFolder, "specs", "constructs");
  return readdirSync(folder).map((name) =>
    compiledTogether(name, join(folder, name, `${name}.spec.json`), python),
  );
}

function compiledTogether(name, spec, python) {
  const folder = join(projectFolder, ".cache", "compile", "g++", name);
  return { name, folder, spec, suite: "scenarios and integration", python };
}

function conformance() {
  const cache = join(projectFolder, ".cache", "conformance");
  const list = join(cache, "generated-modules.json");
  if (!existsSync(list)) return [];
  return JSON.parse(readFileSync(list, "utf8")).map(({ module, built }) => ({
    name: module,
    folder: built,
    suite: "conformance",
    python: join(cache, "venv", "bin", "python"),
  }));
}
