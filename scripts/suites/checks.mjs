/** Checks of the sources: each tool counts as one test. */
import { runProgram } from "../program.mjs";
import { failuresOf } from "./result.mjs";

/** Each is an npm script too, so that it can be run by itself. */
const checks = ["lint", "typecheck", "check:unused", "check:imports", "check:package"];

/** @returns {Promise<import("./result.mjs").Result>} */
export async function runChecks() {
  const failures = [];
  for (const check of checks) {
    const { ok } = await runProgram("npm", ["run", "--silent", check]);
    console.log(`  ${ok ? "passed" : "FAILED"}  npm run ${check}`);
    if (!ok) failures.push(`npm run ${check}`);
  }
  const failed = failures.length;
  return { passed: checks.length - failed, failed, ...failuresOf(failures), skips: [] };
}
