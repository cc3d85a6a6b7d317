/**
 * Python and what must be there for it: CMake, Ninja, pytest, Boost.Python.
 * What the system has is used; the rest comes as wheels, into .venv.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { CannotGoOn, projectFolder } from "../program.mjs";
import { probeBoost } from "./boost-probe.mjs";
import { filesUnder, fingerprintOf, remember, remembered } from "./fingerprint.mjs";
import * as virtualEnvironment from "./virtual-environment.mjs";

const memory = join(projectFolder, ".cache", "set-up.json");

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<{ python: string, boost: string, boostVersion: string, pythonVersion: string }>} The
 *   Python to use, and where its Boost.Python comes from.
 */
export async function preparePython(environment, say) {
  const inputs = JSON.stringify([
    ...[
      "PATH",
      "VIRTUAL_ENV",
      "GEN_BINDINGS_PYTHON",
      "GEN_BINDINGS_BOOST",
      "CXX",
      "BOOST_ROOT",
    ].map((name) => environment[name] ?? ""),
    fingerprintOf(filesUnder(join(projectFolder, "scripts", "setup"))),
  ]);
  const last = JSON.parse(remembered(memory) ?? "{}");
  if (last.inputs === inputs && last.files.every((file) => existsSync(file))) {
    return last.prepared;
  }
  const { prepared, files } = await prepare(environment, say);
  remember(memory, JSON.stringify({ inputs, prepared, files }));
  return prepared;
}

async function prepare(environment, say) {
  const { findCompiler } = await import("../../dist/toolchain/build-tools.js");
  await stopAt(findCompiler(environment).diagnostics);
  const base = await basePython(environment);
  const missing = await missingWheels(base, environment);
  const wanted = boostWanted(environment, base);

  let found = {};
  if (wanted !== "wheel") {
    // Without CMake and Ninja nothing can be tried: they are installed first.
    const python = missing.some((wheel) => wheel !== "pytest")
      ? await withWheels("system", base, missing, environment, say)
      : base;
    say("trying the system's Boost.Python");
    found = await probeBoost(await toolsFor({ ...python, cmeelPrefix: null }, environment));
    if (wanted === "system") await stopWithoutBoost(found, base, "the system's Boost");
  }

  const boost = found.version === undefined ? "wheel" : "system";
  const python = await withWheels(boost, base, missing, environment, say);
  if (boost === "wheel") {
    say("trying the wheel's Boost.Python");
    found = await probeBoost(await toolsFor(python, environment));
    await stopWithoutBoost(found, base, `the cmeel-boost wheel in ${python.sitePackages}`);
  }
  const tools = await toolsFor(python, environment);
  return {
    prepared: {
      python: python.executable,
      pythonVersion: python.version,
      boost,
      boostVersion: found.version,
    },
    files: [python.executable, tools.cmake.path, tools.buildTool.path, found.library].filter(
      Boolean,
    ),
  };
}

async function stopWithoutBoost(found, { version }, place) {
  if (found.version !== undefined) return;
  const looked = `a small CMake project that uses ${place}`;
  console.error(found.why);
  await stopAt([await diagnose("GB0208", { pythonVersion: version, looked })]);
}

/** What the reader asked for, else whatever works, the system's first. */
function boostWanted(environment, base) {
  const wanted = environment.GEN_BINDINGS_BOOST || (base.cmeelPrefix === null ? "either" : "wheel");
  if (["system", "wheel", "either"].includes(wanted)) return wanted;
  throw new CannotGoOn(`GEN_BINDINGS_BOOST is "${wanted}"; it can be "system" or "wheel".`);
}

/** The Python that .venv would be made from: never the one in it. */
async function basePython(environment) {
  const { findExecutable } = await import("../../dist/toolchain/executable.js");
  const { findPython } = await import("../../dist/toolchain/python.js");
  const active = environment.VIRTUAL_ENV;
  const requested =
    environment.GEN_BINDINGS_PYTHON ||
    (active && resolve(active) !== virtualEnvironment.folder && join(active, "bin", "python")) ||
    (virtualEnvironment.isForeign() && virtualEnvironment.interpreter) ||
    findExecutable(["python3"], withoutOwn(environment));
  if (!requested) {
    const looked = "GEN_BINDINGS_PYTHON, an active virtual environment, .venv, python3 on PATH";
    await stopAt([await diagnose("GB0202", { looked })]);
  }
  const search = { environment: { ...environment, GEN_BINDINGS_PYTHON: requested } };
  const { value, diagnostics } = await findPython({ ...search, cwd: projectFolder });
  await stopAt(diagnostics);
  if (!value.hasHeaders) {
    const { executable: path, version } = value;
    await stopAt([await diagnose("GB0204", { path, version })]);
  }
  return value;
}

/** An activated .venv is first on PATH. */
function withoutOwn(environment) {
  const own = join(virtualEnvironment.folder, "bin");
  const folders = (environment.PATH ?? "").split(":").filter((each) => resolve(each) !== own);
  return { ...environment, PATH: folders.join(":") };
}

/** The tools that are missing, by the wheels they come in: beside this Python, and on PATH. */
async function missingWheels(python, environment) {
  const { findBuildTool, findCMake } = await import("../../dist/toolchain/build-tools.js");
  const searched = withoutOwn(environment);
  const cmake = await findCMake(python, searched, projectFolder);
  const buildTool = findBuildTool(python, searched);
  return [
    ...(cmake.value === undefined ? ["cmake"] : []),
    ...(buildTool.value?.generator === "Ninja" ? [] : ["ninja"]),
    ...(python?.hasPytest ? [] : ["pytest"]),
  ];
}

/** What is to be installed so that this Boost is found, and nothing is missing. */
async function wheelsFor(boost, base, missing, environment) {
  const otherBoost = (boost === "wheel") !== (base.cmeelPrefix !== null);
  if (missing.length === 0 && !otherBoost) return [];
  // A virtual environment sees nothing of what is installed in or beside its base.
  const apart = await missingWheels(undefined, environment);
  return [...(boost === "wheel" ? ["cmeel-boost"] : []), ...apart];
}

/** The Python itself if that is enough, else the one in .venv with the wheels that are missing. */
async function withWheels(boost, base, missing, environment, say) {
  const wheels = await wheelsFor(boost, base, missing, environment);
  if (wheels.length === 0) return base;
  const { inspectPython } = await import("../../dist/toolchain/python.js");
  await virtualEnvironment.makeVirtualEnvironment(base, boost, wheels, say);
  return inspectPython(virtualEnvironment.interpreter, environment, projectFolder);
}

async function toolsFor(python, environment) {
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const { value, diagnostics } = await findTools({
    requested: python.executable,
    environment,
    cwd: projectFolder,
  });
  await stopAt(diagnostics);
  return { ...value, python };
}

async function diagnose(code, given) {
  const diagnostics = await import("../../dist/diagnostics/diagnostic.js");
  return diagnostics.diagnose(code, given);
}

async function stopAt(diagnostics) {
  if (diagnostics.length === 0) return;
  const texts = diagnostics.map(
    ({ code, message, reason, hint }) => `error[${code}]: ${message}\n  ${reason}\n  ${hint}`,
  );
  throw new CannotGoOn(texts.join("\n"));
}
