/**
 * The benchmark: `npm run bench`, with what to measure after `--`: see bench/README.md.
 *
 * Results go to .cache/bench/results/, with --publish to docs/performance.md and its charts. Exit status 1 where
 * a figure falls short.
 */
import { parseArgs } from "node:util";
import { CannotGoOn, runScript } from "../scripts/program.mjs";
import { setUp } from "../scripts/setup.mjs";
import { benchCalls } from "./bench-calls.mjs";
import { benchCompile } from "./bench-compile.mjs";
import { benchGenerator } from "./bench-generator.mjs";
import { installPeers } from "./peers.mjs";

const { values: options } = parseArgs({
  options: {
    publish: { type: "boolean", default: false },
    compile: { type: "boolean", default: false },
    generator: { type: "boolean", default: false },
    repeats: { type: "string" },
    contestants: { type: "string" },
  },
});

await runScript(async () => {
  const repeats = Number(options.repeats ?? (options.compile ? 3 : 11));
  if (!Number.isInteger(repeats) || repeats < 1) {
    throw new CannotGoOn(`--repeats is a whole number from 1 on, not "${options.repeats}"`);
  }
  const { python } = await setUp();
  const peers = await installPeers(python, (text) => console.log(`set-up: ${text}`));
  const context = { python, peers, environment: process.env, repeats, publish: options.publish };
  const chosen = options.contestants?.split(",") ?? [];
  if (options.compile) return benchCompile({ ...context, chosen });
  return options.generator ? benchGenerator(context) : benchCalls(context);
});
