/** What comes of the pairs with modules that are generated from conformance/specs. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { projectFolder } from "../program.mjs";
import { remember } from "../setup/fingerprint.mjs";
import { cacheFolder } from "./boost-library.mjs";
import { buildModules } from "./build.mjs";
import { runPair } from "./run-pairs.mjs";
import { breaches } from "./spec-rules.mjs";

/** How calls are dispatched where a spec does not say it: GEN_BINDINGS_DISPATCH, or Boost.Python's own way. */
const dispatch = process.env.GEN_BINDINGS_DISPATCH || "boost";
const variant = dispatch === "boost" ? "" : `-${dispatch}`;
const outputs = join(cacheFolder, `generated${variant}`);

/**
 * For tools that read what is generated, such as mypy: each module's output folder, and where it was
 * built with the Boost that the tests are of.
 */
const listFile = join(cacheFolder, "generated-modules.json");

/** The spec of a module, from the project's folder. */
function specOf(module) {
  return join("conformance", "specs", `${module}.spec.json`);
}

/** The output folder of a module, absolute. */
function outputOf(module) {
  return join(outputs, module);
}

/**
 * Generates, builds and runs the pairs.
 *
 * @param {readonly import("../../conformance/pairs.mjs").Pair[]} pairs
 * @param {{ boost: object, python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<Map<string, import("./run-pairs.mjs").PairResult>>} By the pair's name.
 */
export async function runGenerated(pairs, context) {
  const modules = pairs.flatMap((pair) => pair.modules.map(({ name }) => name));
  const reasons = await generateModules(modules);
  const generated = modules.filter((module) => !reasons.has(module));
  const { buildFolder, failures } = await buildModules("generated", generated, context, {
    GENERATED: outputs,
    VARIANT: variant,
  });
  for (const [module, said] of failures) reasons.set(module, { stage: "build", said });
  if (context.boost.version === context.boost.testsOf && dispatch === "boost") {
    const built = generated
      .filter((module) => !failures.has(module))
      .map((module) => ({ module, output: outputOf(module), built: join(buildFolder, module) }));
    remember(listFile, `${JSON.stringify(built, undefined, 2)}\n`);
  }
  const results = new Map();
  for (const pair of pairs) {
    const reason = pair.modules.map(({ name }) => reasons.get(name)).find(Boolean);
    results.set(
      pair.name,
      reason === undefined
        ? await runPair(pair, (module) => join(buildFolder, module), context)
        : { passed: false, examples: 0, failures: 0, ...reason },
    );
  }
  return results;
}

/** @returns {Promise<Map<string, { stage: string, said: string }>>} Why some could not be generated. */
async function generateModules(modules) {
  const { generateAll } = await import("../../dist/commands/generate.js");
  const { hasErrors } = await import("../../dist/diagnostics/diagnostic.js");
  const { reportText } = await import("../../dist/diagnostics/report.js");
  mkdirSync(outputs, { recursive: true });
  const reasons = new Map();
  for (const module of modules) {
    const spec = specOf(module);
    if (!existsSync(join(projectFolder, spec))) {
      reasons.set(module, { stage: "spec", said: `there is no ${spec}` });
    } else {
      const specs = [relative(process.cwd(), join(projectFolder, spec))];
      const options = { specs, output: outputOf(module), force: true, dispatch };
      const { diagnostics } = await generateAll(options, () => {});
      if (hasErrors(diagnostics)) {
        reasons.set(module, { stage: "generate", said: reportText(diagnostics, false) });
      }
    }
    if (reasons.has(module)) rmSync(outputOf(module), { recursive: true, force: true });
  }
  return reasons;
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
