/** Running `npm test` in another folder: what its environment is, and what its output says. */

/** What a reader's shell would have: nothing that npm or an active environment added. */
export function outsideEnvironment(environment) {
  const ours = /^(npm_|NODE$|INIT_CWD$|VIRTUAL_ENV|CI$|GEN_BINDINGS_)/;
  const kept = Object.entries(environment).filter(([name]) => !ours.test(name));
  const path = environment.PATH.split(":").filter((each) => !each.includes("node_modules"));
  return { ...Object.fromEntries(kept), PATH: path.join(":") };
}

const closingLine = /^(\d+) passed, (\d+) failed$/m;

/** How many tests passed. */
export function passedIn(output) {
  return Number(closingLine.exec(output)?.[1] ?? 0);
}

/** How many tests failed; where none ran, or the command failed without saying so, one did. */
export function failuresIn(output, ok) {
  const failed = Number(closingLine.exec(output)?.[2] ?? 0);
  return ok && passedIn(output) > 0 ? failed : Math.max(1, failed);
}

/**
 * The versions, as set-up reports them.
 *
 * @returns {{ python: string, boost: string } | undefined} Undefined where set-up failed.
 */
export function toolsIn(output) {
  return /^set-up: ready .*: Python (?<python>\S+) .*, Boost\.Python (?<boost>\S+) /m.exec(output)
    ?.groups;
}
