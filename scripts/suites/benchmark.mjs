/** The benchmark's contestants: built, and each case called once. What it takes is not judged. */
import { buildContestants } from "../../bench/build.mjs";
import { checkCalls, description } from "../../bench/calls.mjs";
import { contestants } from "../../bench/contestants/all.mjs";
import { installPeers } from "../../bench/peers.mjs";
import { CannotGoOn } from "../program.mjs";
import { failuresOf, nothing } from "./result.mjs";

/**
 * Each case of each contestant counts as one test.
 *
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<import("./result.mjs").Result>}
 */
export async function runBenchmark({ python, environment }) {
  let peers;
  try {
    peers = await installPeers(python, (text) => console.log(`set-up: ${text}`));
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    // Not for every Python that this project is for are there all of the peers.
    return { ...nothing, skips: [{ test: "benchmark", reason: error.message.trim() }] };
  }
  const folders = await buildContestants(description, contestants, { python, peers, environment });
  let passed = 0;
  const failures = [];
  for (const [id, folder] of folders) {
    for (const { name, wrong } of await checked(folder, python)) {
      if (wrong === null) {
        passed += 1;
      } else {
        failures.push(`${id}: ${name}: ${wrong}`);
        console.log(`  FAILED  ${failures.at(-1)}`);
      }
    }
  }
  return { passed, failed: failures.length, ...failuresOf(failures), skips: [] };
}

/** A module that can't even be asked has failed at every case. */
async function checked(folder, python) {
  const wrong = await checkCalls(folder, python).catch((error) => {
    if (!(error instanceof CannotGoOn)) throw error;
    return Object.fromEntries(description.cases.map(({ name }) => [name, error.message]));
  });
  return Object.entries(wrong).map(([name, why]) => ({ name, wrong: why }));
}
