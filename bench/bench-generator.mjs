/** `npm run bench -- --generator`: what generating takes, from writing the specs to figures. */
import { figure } from "../scripts/figure.mjs";
import { generateMany } from "./generator.mjs";
import { report } from "./report.mjs";
import { table } from "./table.mjs";

const counts = [1_000, 10_000, 100_000];
const middle = 10_000;

/**
 * @param {{ python: string, peers: string, publish: boolean }} context
 * @returns {Promise<boolean>} Whether every figure holds.
 */
export async function benchGenerator(context) {
  const measured = {};
  for (const count of counts) {
    console.log(`bench: generating ${count} functions`);
    measured[count] = await generateMany(count, context);
  }
  const shown = ({ seconds, megabytes }) => `${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`;
  report("generator", {
    publish: context.publish,
    results: measured,
    tables: [
      table(
        ["functions", "generated", "again, nothing changed", "SWIG -builtin"],
        Object.entries(measured).map(([count, { cold, again, swig }]) => [
          Number(count).toLocaleString("en"),
          ...[cold, again, swig].map(shown),
        ]),
      ),
    ],
  });
  return figures(measured).every(Boolean);
}

function figures(measured) {
  const rounded = (value) => Number(value.toFixed(3));
  const [largest, ofMiddle] = [measured[counts.at(-1)], measured[middle]];
  const growth = largest.cold.seconds / ofMiddle.cold.seconds;
  const peak = Math.max(largest.cold.megabytes, largest.again.megabytes);
  return [
    figure(
      "generating 10,000 functions, to SWIG",
      rounded(ofMiddle.cold.seconds / ofMiddle.swig.seconds),
      1,
    ),
    figure("generating 100,000 functions, to 10,000", rounded(growth), 12),
    figure("generating 100,000 functions, megabytes", Math.round(peak), 1000),
  ];
}
