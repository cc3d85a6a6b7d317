/** What comes of the pairs with modules that are generated from conformance/specs. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pairs as allPairs, readDocstrings } from "../../conformance/pairs.mjs";
import { projectFolder } from "../program.mjs";
import { remember } from "../setup/fingerprint.mjs";
import { cacheFolder } from "./boost-library.mjs";
import { buildModules } from "./build.mjs";
import { runPair } from "./run-pairs.mjs";
import { breaches } from "./spec-rules.mjs";

/**
 * For tools that read what is generated, such as mypy: each module's output folder, and where it was
 * built with the Boost that the tests are of.
 */
const listFile = join(cacheFolder, "generated-modules.json");

/** Whose docstrings a script reads. */
const modulesOfDocstrings = new Set(
  allPairs
    .filter(({ name }) => readDocstrings.includes(name))
    .flatMap(({ modules }) => modules.map(({ name }) => name)),
);

/** The spec of a module, from the project's folder. */
function specOf(module) {
  return join("conformance", "specs", `${module}.spec.json`);
}

/** Where the output folders of all modules are. */
function outputsOf(dispatch) {
  return join(cacheFolder, `generated-${dispatch}`);
}

/**
 * Generates, builds and runs the pairs.
 *
 * @param {readonly import("../../conformance/pairs.mjs").Pair[]} pairs
 * @param {"boost" | "fast"} dispatch Where a spec does not say it.
 * @param {{ boost: object, python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<Map<string, import("./run-pairs.mjs").PairResult & { dispatch: string }>>} By the
 *   pair's name.
 */
export async function runGenerated(pairs, dispatch, context) {
  const outputs = outputsOf(dispatch);
  const modules = pairs.flatMap((pair) => pair.modules.map(({ name }) => name));
  const reasons = await generateModules(modules, dispatch);
  const generated = modules.filter((module) => !reasons.has(module));
  const { buildFolder, failures } = await buildModules("generated", generated, context, {
    GENERATED: outputs,
    VARIANT: `-${dispatch}`,
  });
  for (const [module, said] of failures) reasons.set(module, { stage: "build", said });
  if (context.boost.version === context.boost.testsOf && dispatch === "fast") {
    const built = generated
      .filter((module) => !failures.has(module))
      .map((module) => ({
        module,
        output: join(outputs, module),
        built: join(buildFolder, module),
      }));
    remember(listFile, `${JSON.stringify(built, undefined, 2)}\n`);
  }
  const results = new Map();
  for (const pair of pairs) {
    const reason = pair.modules.map(({ name }) => reasons.get(name)).find(Boolean);
    const result =
      reason === undefined
        ? await runPair(pair, (module) => join(buildFolder, module), context)
        : { passed: false, examples: 0, failures: 0, ...reason };
    results.set(pair.name, { ...result, dispatch });
  }
  return results;
}

/** @returns {Promise<Map<string, { stage: string, said: string }>>} Why some could not be generated. */
async function generateModules(modules, dispatch) {
  const { generateAll } = await import("../../dist/commands/generate.js");
  const { hasErrors } = await import("../../dist/diagnostics/diagnostic.js");
  const { reportText } = await import("../../dist/diagnostics/report.js");
  const outputs = outputsOf(dispatch);
  mkdirSync(outputs, { recursive: true });
  const reasons = new Map();
  for (const module of modules) {
    const spec = specOf(module);
    if (!existsSync(join(projectFolder, spec))) {
      reasons.set(module, { stage: "spec", said: `there is no ${spec}` });
    } else {
      const given =
        dispatch === "fast" && modulesOfDocstrings.has(module)
          ? ownDocstrings(module)
          : join(projectFolder, spec);
      const specs = [relative(process.cwd(), given)];
      const options = { specs, output: join(outputs, module), force: true, dispatch };
      const { diagnostics } = await generateAll(options, () => {});
      if (hasErrors(diagnostics)) {
        reasons.set(module, { stage: "generate", said: reportText(diagnostics, false) });
      }
    }
    if (reasons.has(module)) rmSync(join(outputs, module), { recursive: true, force: true });
  }
  return reasons;
}

/**
 * A copy of a spec that does not ask for Boost.Python's docstrings, which only functions that it
 * dispatches itself have.
 *
 * @returns {string} The file of the copy.
 */
function ownDocstrings(module) {
  const text = readFileSync(join(projectFolder, specOf(module)), "utf8");
  const withoutCpp = (key, value) => (key === "docstrings" ? { ...value, cpp: undefined } : value);
  const folder = join(cacheFolder, "specs-fast");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${module}.spec.json`);
  writeFileSync(file, JSON.stringify(JSON.parse(text, withoutCpp), undefined, 2));
  return file;
}

/**
 * What in the specs breaks their rules.
 *
 * @returns {readonly { module: string, path: string, kind: "verbatim" | "expression", text: string }[]}
 */
export function breachesOf(modules) {
  return modules
    .filter((module) => existsSync(join(projectFolder, specOf(module))))
    .flatMap((module) => {
      const spec = JSON.parse(readFileSync(join(projectFolder, specOf(module)), "utf8"));
      return breaches(spec).map((breach) => ({ module, ...breach }));
    });
}
