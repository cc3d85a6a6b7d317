/**
 * Both commands from a clean clone of HEAD, each time in a fresh folder: on the system's Boost and on
 * the wheel's, on the system's CPython and on pyenv's, and as a user that is not root.
 *
 *   npm run test:clean-clone [-- --cell NAME] [--demo]
 *
 * Prints a figure for each command of each cell; exit status 1 where one falls short.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figure, median } from "./figure.mjs";
import { CannotGoOn, projectFolder, runProgram, runScript } from "./program.mjs";
import { failuresIn, outsideEnvironment, toolsIn } from "./test-output.mjs";

const systemPython = "/usr/bin/python3";
/** The user that owns nothing, on Debian and most others. */
const nobody = 65534;

const cells = {
  "system-boost-system-python": { boost: "system", python: () => systemPython },
  "wheel-boost-system-python": { boost: "wheel", python: () => systemPython },
  "system-boost-pyenv-python": { boost: "system", python: pyenvPython },
  "wheel-boost-pyenv-python": { boost: "wheel", python: pyenvPython },
  "wheel-boost-not-root": { boost: "wheel", python: () => systemPython, user: nobody },
};

/** A second set-up takes no noticeable time. */
const setUpBound = 0.3;

const { values: chosen } = parseArgs({
  options: { cell: { type: "string" }, demo: { type: "boolean", default: false } },
});

await runScript(async () => {
  const names = chosen.cell === undefined ? Object.keys(cells) : [chosen.cell];
  let allHold = true;
  for (const name of names) {
    const cell = cells[name];
    if (cell === undefined) {
      throw new CannotGoOn(
        `no cell is named "${name}"; there are: ${Object.keys(cells).join(", ")}`,
      );
    }
    allHold = (await runCell(name, cell)) && allHold;
  }
  return allHold;
});

async function runCell(name, { boost, python, user }) {
  const folder = mkdtempSync(join(tmpdir(), `gen-bindings-${name}-`));
  const clone = join(folder, "clone");
  const home = join(folder, "home");
  mkdirSync(home);
  git("clone", "--quiet", projectFolder, clone);
  const asUser = user !== undefined && process.getuid() === 0 ? { uid: user, gid: user } : {};
  if (asUser.uid !== undefined) giveTo(folder, asUser);
  const environment = {
    ...outsideEnvironment(process.env),
    GEN_BINDINGS_BOOST: boost,
    GEN_BINDINGS_PYTHON: python(),
    ...(asUser.uid !== undefined && { HOME: home, npm_config_cache: join(home, ".npm") }),
  };
  const who = asUser.uid === undefined ? "" : ", user nobody";
  const commands = chosen.demo ? [["run", "demo"]] : [["run", "demo"], ["test"]];
  let allHold = true;
  for (const args of commands) {
    const command = `npm ${args.join(" ")}`;
    console.log(`running: ${command} in ${clone}`);
    const options = { cwd: clone, environment, quiet: true, ...asUser };
    const { ok, output } = await runProgram("npm", args, options);
    writeFileSync(join(folder, `${args.at(-1)}.log`), output);
    const failures = failuresOf(args, ok, output);
    if (failures > 0) console.log(output.split("\n").slice(-60).join("\n"));
    const title = `clean clone, ${command}, ${titleOfTools(output)}${who}`;
    allHold = figure(`${title}, failures`, failures, 0) && allHold;
  }
  const seconds = await secondSetUp({ cwd: clone, environment, quiet: true, ...asUser });
  allHold = figure(`clean clone, ${name}, second set-up, seconds`, seconds, setUpBound) && allHold;
  if (allHold) rmSync(folder, { recursive: true, force: true });
  else console.log(`kept, with what was printed: ${folder}`);
  return allHold;
}

/** How many tests failed; the demo counts as one. */
function failuresOf(args, ok, output) {
  if (args[0] !== "test") return ok ? 0 : 1;
  return failuresIn(output, ok);
}

/** The versions, as set-up reports them. */
function titleOfTools(output) {
  const tools = toolsIn(output);
  if (tools === undefined) return "set-up failed";
  return `Boost ${tools.boost}, CPython ${tools.python}`;
}

/** Seconds that set-up takes as a whole process when all is ready. */
function secondSetUp(options) {
  return median(5, async () => {
    const started = performance.now();
    await runProgram(process.execPath, ["scripts/setup.mjs"], options);
    return (performance.now() - started) / 1000;
  });
}

function pyenvPython() {
  try {
    return execFileSync("pyenv", ["which", "python3"], { encoding: "utf8" }).trim();
  } catch (error) {
    throw new CannotGoOn(`pyenv has no python3 here: ${error.message}`);
  }
}

function git(...args) {
  execFileSync("git", args, { stdio: "inherit" });
}

function giveTo(folder, { uid, gid }) {
  execFileSync("chown", ["-R", `${uid}:${gid}`, folder]);
}
