/** Which mutants the generated tests fail for. */
import { missingPackage } from "../../scripts/suites/library-probe.mjs";
import { equivalents } from "./equivalents.mjs";
import { modules } from "./modules.mjs";
import { rules } from "./rules.mjs";
import { buildMutants, runTests } from "./run.mjs";
import { runtimeRules } from "./runtime.mjs";

/** So many compilers or tests at a time. */
const AT_ONCE = 2;

/**
 * @typedef {import("./schemata.mjs").Mutant & { module: string, caught: boolean, by: string, argument?: string }} Judged
 *   argument: why it is equivalent.
 */

/**
 * Builds the modules with their mutants, and runs the generated tests for each.
 *
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {{ chosen?: readonly string[], print?: (line: string) => void }} options
 *   chosen: names of modules; print: takes a line for each mutant.
 * @returns {Promise<{ judged: readonly Judged[], problems: readonly string[], missing: readonly { module: string, needs: string }[] }>}
 *   problems: modules that fail as they are, rules that match nothing, equivalents that are none;
 *   missing: modules that were left out.
 */
export async function survey(context, { chosen = [], print = () => {} } = {}) {
  const wanted = modules.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
  const missing = [];
  const present = [];
  for (const module of wanted) {
    const needs = await missingPackage(module.name, context.environment);
    if (needs === undefined) present.push(module);
    else missing.push({ module: module.name, needs });
  }
  const built = await inParallel(present, (module) => buildMutants(module, context));
  const broken = [];
  const sound = [];
  await inParallel(built, async (module) => {
    const { caught, by, output } = await runTests(module, undefined, context);
    // What fails before anything is changed would be taken for caught.
    if (caught) broken.push(`${module.name} fails without a mutant: ${by}\n${output}`);
    else sound.push(module);
  });
  const mutants = sound.flatMap((module) =>
    module.mutants.map((mutant) => ({ ...mutant, module })),
  );
  const judged = await inParallel(mutants, async ({ module, ...mutant }) => {
    const { caught, by } = await runTests(module, mutant, context);
    const named = { ...mutant, module: module.name };
    const result = { ...named, caught, by, argument: argumentFor(named) };
    print(described(result));
    return result;
  });
  const all = chosen.length === 0 && missing.length + broken.length === 0;
  return { judged, problems: [...broken, ...(all ? problemsOf(judged) : [])], missing };
}

/** "mutant: locks: total: lock: not taken: caught by test_total_is_locked". */
export function described({ module, place, rule, caught, by, argument }) {
  const outcome = caught ? `caught by ${by}` : argument ? `equivalent: ${argument}` : "SURVIVED";
  return `mutant: ${module}: ${place}: ${rule}: ${outcome}`;
}

function problemsOf(judged) {
  return [
    ...[...rules.map(({ name }) => name), ...runtimeRules.map(({ rule }) => rule)]
      .filter((name) => !judged.some(({ rule }) => rule === name))
      .map((name) => `nothing has a place for "${name}"`),
    ...equivalents.flatMap((each) =>
      each.places
        .filter((place) => !judged.some((one) => !one.caught && isAbout(each, place, one)))
        .map((place) => `${each.module}: ${place}: "${each.rule}" is no equivalent`),
    ),
  ];
}

function isAbout(equivalent, place, mutant) {
  return (
    equivalent.module === mutant.module && equivalent.rule === mutant.rule && place === mutant.place
  );
}

function argumentFor(mutant) {
  return equivalents.find((each) => each.places.some((place) => isAbout(each, place, mutant)))
    ?.argument;
}

/** The results in the order of the items. */
async function inParallel(items, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
