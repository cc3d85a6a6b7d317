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
  const base = await basePython(environment);
  const missing = await missingWheels(base, environment);
  const wanted = boostWanted(environment, base);

  let found = {};
  if (wanted !== "wheel") {
    // Without CMake nothing can be tried: it is installed first.
    const python = missing.includes("cmake")
      ? await withWheels(base, "system", missing, environment, say)
      : base;
    say("trying the system's Boost.Python");
    found = await probeBoost(await toolsFor({ ...python, cmeelPrefix: null }, environment));
    if (wanted === "system") await stopWithoutBoost(found, base, "the system's Boost");
  }

  const boost = found.version === undefined ? "wheel" : "system";
  const wheels = wheelsFor(boost, base, missing);
  const python = await withWheels(base, boost, wheels, environment, say);
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

/** The tools that the system lacks, by the wheels they come in. A compiler has no wheel. */
async function missingWheels(base, environment) {
  const { findBuildTool, findCMake, findCompiler } = await import(
    "../../dist/toolchain/build-tools.js"
  );
  await stopAt(findCompiler(environment).diagnostics);
  const searched = withoutOwn(environment);
  const cmake = await findCMake(base, searched, projectFolder);
  const buildTool = findBuildTool(base, searched);
  return [
    ...(cmake.value === undefined ? ["cmake"] : []),
    ...(buildTool.value?.generator === "Ninja" ? [] : ["ninja"]),
    ...(base.hasPytest ? [] : ["pytest"]),
  ];
}

/** All that has to be installed; a virtual environment sees nothing of the system's packages. */
function wheelsFor(boost, base, missing) {
  const lacksBoost = boost === "wheel" && base.cmeelPrefix === null;
  // With the wheel in the base, only an environment apart from it leaves the system's to be found.
  const mustHide = boost === "system" && base.cmeelPrefix !== null;
  const wheels = [...(lacksBoost ? ["cmeel-boost"] : []), ...missing];
  return wheels.length > 0 || mustHide ? [...new Set([...wheels, "pytest"])] : [];
}

async function withWheels(base, boost, wheels, environment, say) {
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
