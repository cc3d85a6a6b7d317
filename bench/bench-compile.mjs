/** `npm run bench -- --compile`: compile time and size, from building to figures. */
import { figure } from "../scripts/figure.mjs";
import { builds, compileWorkload, sharedPart } from "./compile.mjs";
import { contestants } from "./contestants/all.mjs";
import { report } from "./report.mjs";
import { table } from "./table.mjs";
import { workloads } from "./workloads.mjs";

/** The others have no module of this workload that is published. */
const compared = contestants.filter(({ id }) =>
  /^generated_|^(?:nanobind|pybind11|boost_python)$/.test(id),
);

/** Of `dispatch: fast`. */
const bounds = [
  { other: "nanobind", seconds: 0.5, bytes: 0.75 },
  { other: "boost_python", seconds: 0.3, bytes: 0.3 },
];

/**
 * @param {{ python: string, peers: string, environment: NodeJS.ProcessEnv, repeats: number, publish: boolean }} context
 * @returns {Promise<boolean>} Whether every figure holds.
 */
export async function benchCompile(context) {
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
    tables: [secondsTable(measured), sizeTable(measured)],
  });
  return figures(measured).every(Boolean);
}

function secondsTable(measured) {
  const shown = ({ seconds, spread }) => `${seconds.toFixed(1)} ±${(spread * 50).toFixed(0)} %`;
  return table(
    ["seconds of compiling", ...compared.map(({ title }) => title), "nanobind's shared part"],
    Object.entries(measured).map(([name, results]) => [
      name,
      ...compared.map(({ id }) => shown(results[id])),
      shown(results[sharedPart]),
    ]),
  );
}

/** The sizes of builds to be shipped; the debug build is not stripped by anyone. */
function sizeTable(measured) {
  return table(
    ["kilobytes, stripped", ...compared.map(({ title }) => title)],
    Object.entries(measured).map(([name, results]) => [
      name,
      ...compared.map(({ id }) => (results[id].bytes / 1000).toFixed(0)),
    ]),
  );
}

function figures(measured) {
  const fast = "generated_fast";
  return Object.entries(measured).flatMap(([name, results]) => {
    if (!(fast in results)) return [];
    return bounds.flatMap((bound) => {
      const { title } = compared.find(({ id }) => id === bound.other);
      const ratio = (key) => Number((results[fast][key] / results[bound.other][key]).toFixed(3));
      return [
        figure(`compiling ${name}, dispatch fast to ${title}`, ratio("seconds"), bound.seconds),
        figure(`stripped size of ${name}, dispatch fast to ${title}`, ratio("bytes"), bound.bytes),
      ];
    });
  });
}
