/** `npm run bench -- --compile`: compile time and size, from building to figures. */
import { figure } from "../scripts/figure.mjs";
import { CannotGoOn } from "../scripts/program.mjs";
import { builds, compileWorkload, sharedPart } from "./compile.mjs";
import { contestants } from "./contestants/all.mjs";
import { report } from "./report.mjs";
import { table } from "./table.mjs";
import { workloads } from "./workloads.mjs";

/** The others have no module of this workload that is published. */
const comparable = contestants.filter(({ id }) =>
  /^generated_|^(?:nanobind|pybind11|boost_python)$/.test(id),
);

/** Of `dispatch: fast`. */
const bounds = [
  { other: "nanobind", seconds: 0.5, bytes: 0.75 },
  { other: "boost_python", seconds: 0.3, bytes: 0.3 },
];

/**
 * @param {{ python: string, peers: string, environment: NodeJS.ProcessEnv, repeats: number, publish: boolean, chosen: readonly string[] }} context
 *   chosen: the ids of the contestants; none for all of them.
 * @returns {Promise<boolean>} Whether every figure holds.
 * @throws {CannotGoOn} Where a contestant has no such id.
 */
export async function benchCompile({ chosen, ...context }) {
  const ids = comparable.map(({ id }) => id);
  const unknown = chosen.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new CannotGoOn(`no contestant is named "${unknown.join('", "')}"; there are: ${ids}`);
  }
  const compared = comparable.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
  const measured = {};
  for (const description of workloads) {
    for (const build of builds) {
      measured[`${description.module}, ${build.name}`] = await compileWorkload(
        description,
        build,
        compared,
        context,
      );
    }
  }
  report("compile", {
    publish: context.publish,
    results: measured,
    tables: [secondsTable(measured, compared), sizeTable(measured, compared)],
  });
  return figures(measured, compared).every(Boolean);
}

function secondsTable(measured, compared) {
  const shown = ({ seconds, spread }) => `${seconds.toFixed(1)} ±${(spread * 50).toFixed(0)} %`;
  const hasShared = Object.values(measured).every((results) => sharedPart in results);
  return table(
    [
      "seconds of compiling",
      ...compared.map(({ title }) => title),
      ...(hasShared ? ["nanobind's shared part"] : []),
    ],
    Object.entries(measured).map(([name, results]) => [
      name,
      ...compared.map(({ id }) => shown(results[id])),
      ...(hasShared ? [shown(results[sharedPart])] : []),
    ]),
  );
}

/** The sizes of builds to be shipped; the debug build is not stripped by anyone. */
function sizeTable(measured, compared) {
  return table(
    ["kilobytes, stripped", ...compared.map(({ title }) => title)],
    Object.entries(measured).map(([name, results]) => [
      name,
      ...compared.map(({ id }) => (results[id].bytes / 1000).toFixed(0)),
    ]),
  );
}

function figures(measured, compared) {
  const fast = "generated_fast";
  return Object.entries(measured).flatMap(([name, results]) =>
    bounds
      .filter(({ other }) => fast in results && other in results)
      .flatMap((bound) => {
        const { title } = compared.find(({ id }) => id === bound.other);
        const ratio = (key) => Number((results[fast][key] / results[bound.other][key]).toFixed(3));
        return [
          figure(`compiling ${name}, dispatch fast to ${title}`, ratio("seconds"), bound.seconds),
          figure(
            `stripped size of ${name}, dispatch fast to ${title}`,
            ratio("bytes"),
            bound.bytes,
          ),
        ];
      }),
  );
}
