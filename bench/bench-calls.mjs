/** `npm run bench`: calls and threads, from building to figures. */
import { availableParallelism } from "node:os";
import { figure, figureAtLeast } from "../scripts/figure.mjs";
import { CannotGoOn } from "../scripts/program.mjs";
import { buildContestants } from "./build.mjs";
import { caseNames, checkCalls, description, meanRatio, timeCalls } from "./calls.mjs";
import { dotChart, lineChart } from "./charts.mjs";
import { contestants } from "./contestants/all.mjs";
import { report } from "./report.mjs";
import { table } from "./table.mjs";
import { scaling } from "./threads.mjs";

const [lead, ...others] = contestants;
const limit = contestants.at(-1);
const titles = contestants.map(({ title }) => title);

/** Of `dispatch: fast`; a geometric mean over all cases, but for the worst single case. */
const bounds = [
  { other: "nanobind", bound: 0.8 },
  { other: "boost_python", bound: 0.33 },
  { other: "pybind11", bound: 0.35 },
  { other: "c_api", bound: 1.2 },
];
const boundOfACase = { construct: 1.25 };

/**
 * @param {{ python: string, peers: string, environment: NodeJS.ProcessEnv, repeats: number, publish: boolean }} context
 * @returns {Promise<boolean>} Whether every figure holds.
 * @throws {CannotGoOn} Where a contestant does not build, or returns something else than the others.
 */
export async function benchCalls(context) {
  const { python, repeats, publish } = context;
  const folders = await buildContestants(description, contestants, context);
  await stopWhereResultsDiffer(folders, python);
  const times = await timeCalls(folders, {
    python,
    repeats,
    onRepeat: (number) => console.log(`bench: calls, repeat ${number} of ${repeats}`),
  });
  const threads = await scaling(
    { name: description.module, folder: folders.get(lead.id) },
    { python, greatest: Math.max(2, Math.min(availableParallelism(), 8)) },
  );
  report("calls", {
    publish,
    results: times,
    tables: [timesTable(times), ratiosTable(times)],
    chart: dotChart({
      title: `A call from Python, in times of what it takes with the ${limit.title}`,
      rows: [...caseNames, "geometric mean"],
      series: contestants.map(({ id, title }) => ({
        title,
        values: [
          ...caseNames.map((name) => times[id][name].median / times[limit.id][name].median),
          meanRatio(times, id, limit.id),
        ],
      })),
    }),
  });
  report("threads", {
    publish,
    results: threads,
    tables: [threadsTable(threads)],
    chart: lineChart({
      title: "Work that threads get done together, in times of what one does alone",
      across: "threads",
      series: Object.entries(threads).map(([title, values]) => ({
        title: `"gil": "${title}"`,
        values,
      })),
    }),
  });
  return [...figures(times), threadsFigure(threads)].every(Boolean);
}

async function stopWhereResultsDiffer(folders, python) {
  for (const [id, folder] of folders) {
    const wrong = Object.entries(await checkCalls(folder, python)).filter(
      ([, why]) => why !== null,
    );
    if (wrong.length > 0)
      throw new CannotGoOn(wrong.map((each) => `${id}: ${each.join(": ")}`).join("\n"));
  }
}

function timesTable(times) {
  const shown = ({ median, spread }) => `${median.toFixed(0)} ±${(spread * 50).toFixed(0)} %`;
  return table(
    ["nanoseconds a call", ...titles],
    caseNames.map((name) => [name, ...contestants.map(({ id }) => shown(times[id][name]))]),
  );
}

function ratiosTable(times) {
  const ratio = (id, name) => (times[lead.id][name].median / times[id][name].median).toFixed(2);
  return table(
    [`${lead.title}, to`, ...others.map(({ title }) => title)],
    [
      ...caseNames.map((name) => [name, ...others.map(({ id }) => ratio(id, name))]),
      ["geometric mean", ...others.map(({ id }) => meanRatio(times, lead.id, id).toFixed(2))],
    ],
  );
}

function threadsTable(threads) {
  const numbers = threads.release.map((_, at) => String(at + 1));
  return table(
    ["times the work of one thread", ...numbers],
    Object.entries(threads).map(([policy, values]) => [
      policy,
      ...values.map((value) => value.toFixed(2)),
    ]),
  );
}

function figures(times) {
  const fast = "generated_fast";
  if (!(fast in times)) return [];
  const title = (id) => contestants.find((each) => each.id === id).title;
  const ratio = (name) => times[fast][name].median / times.nanobind[name].median;
  const rounded = (value) => Number(value.toFixed(3));
  return [
    ...bounds.map(({ other, bound }) =>
      figure(
        `calls, dispatch fast to ${title(other)}, geometric mean`,
        rounded(meanRatio(times, fast, other)),
        bound,
      ),
    ),
    ...caseNames.map((name) =>
      figure(`${name}, dispatch fast to nanobind`, rounded(ratio(name)), boundOfACase[name] ?? 1.1),
    ),
  ];
}

function threadsFigure({ release }) {
  return figureAtLeast(
    "work of two threads, released, to that of one",
    Number(release[1].toFixed(3)),
    1.9,
  );
}
