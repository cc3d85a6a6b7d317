/** Finding the Python to build for, and what there is to know about it. */
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { type Environment, findExecutable, isExecutable } from "./executable.js";
import { run } from "./run.js";
import { isAtLeast } from "./version.js";

/** The oldest CPython the emitted runtime headers are written for. */
const oldestPython = "3.8";

/** What an interpreter says about itself. */
const reportSchema = z.object({
  /** `sys.executable`: the interpreter itself, where the path given was a launcher. */
  executable: z.string(),
  implementation: z.string(),
  version: z.string(),
  /** The tag in the file name of an extension module, as `cpython-311-x86_64-linux-gnu`. */
  soabi: z.string(),
  /** Where the interpreter is installed; for a virtual environment, the one it was made from. */
  basePrefix: z.string(),
  /** The folder that pip installs into. */
  sitePackages: z.string(),
  /** Whether Python.h is there, which Debian packages apart. */
  hasHeaders: z.boolean(),
  hasPytest: z.boolean(),
  /** Where the cmeel-boost wheel keeps Boost.Python, if that wheel is installed. */
  cmeelPrefix: z.string().nullable(),
});

export type Python = Readonly<z.infer<typeof reportSchema>>;

// With -c the first entry of sys.path is the working folder, whose json.py is not meant.
const reportScript = `
import sys
sys.path[:] = [entry for entry in sys.path if entry]
import glob, importlib.util, json, os, platform, site, sysconfig
folders = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
folders += getattr(site, "getsitepackages", list)()
prefixes = [os.path.join(folder, "cmeel.prefix") for folder in folders]
includes = [sysconfig.get_path("include"), sysconfig.get_config_var("INCLUDEPY") or ""]
print(json.dumps({
    "executable": sys.executable,
    "implementation": platform.python_implementation(),
    "version": platform.python_version(),
    "soabi": sysconfig.get_config_var("SOABI") or "",
    "basePrefix": sys.base_prefix,
    "sitePackages": sysconfig.get_path("purelib"),
    "hasHeaders": any(os.path.exists(os.path.join(each, "Python.h")) for each in includes),
    "hasPytest": importlib.util.find_spec("pytest") is not None,
    "cmeelPrefix": next((each for each in prefixes
        if glob.glob(os.path.join(each, "lib", "cmake", "boost_python-*"))), None),
}))
`;

export interface PythonSearch {
  /** The path or name given with --python. */
  readonly requested?: string | undefined;
  readonly environment: Environment;
  readonly cwd: string;
}

/**
 * The Python to build for: --python, else GEN_BINDINGS_PYTHON, else the active virtual environment,
 * else a `.venv` in this folder or one above, else python3 on PATH.
 *
 * One that was asked for by name and can't be used is an error, not a reason to take another.
 *
 * @returns The Python; GB0202 where there is none, GB0203 where it can't be used.
 */
export async function findPython(search: PythonSearch): Promise<Outcome<Python>> {
  const { requested, environment, cwd } = search;
  const wanted = requested ?? (environment.GEN_BINDINGS_PYTHON || undefined);
  if (wanted !== undefined) {
    const origin = requested === undefined ? "GEN_BINDINGS_PYTHON" : "--python";
    const path = findExecutable(
      [wanted.includes("/") ? resolve(cwd, wanted) : wanted],
      environment,
    );
    if (path === undefined) return missing(`"${wanted}", which ${origin} names`);
    return usable(path, environment, cwd);
  }
  const unasked = [
    ...(environment.VIRTUAL_ENV ? [join(environment.VIRTUAL_ENV, "bin", "python")] : []),
    ...foldersUpwards(cwd).map((folder) => join(folder, ".venv", "bin", "python")),
  ];
  const path = unasked.find(isExecutable) ?? findExecutable(["python3"], environment);
  if (path === undefined) {
    return missing(
      "--python, the environment variables GEN_BINDINGS_PYTHON and VIRTUAL_ENV, " +
        ".venv/bin/python here and in the folders above, python3 on PATH",
    );
  }
  return usable(path, environment, cwd);
}

/**
 * Asks an interpreter about itself.
 *
 * @param path The interpreter, or a launcher such as pyenv's.
 * @returns What it answers; undefined where it does not run or does not answer.
 * @public Set-up asks the interpreter of the virtual environment it made.
 */
export async function inspectPython(
  path: string,
  environment: Environment,
  cwd: string,
): Promise<Python | undefined> {
  const { exitCode, stdout } = await run(path, ["-c", reportScript], { cwd, environment });
  if (exitCode !== 0) return undefined;
  return reportSchema.safeParse(parseJson(stdout)).data;
}

async function usable(
  path: string,
  environment: Environment,
  cwd: string,
): Promise<Outcome<Python>> {
  const python = await inspectPython(path, environment, cwd);
  if (python === undefined) {
    return refused(path, "it does not run, or is older than Python 3.6");
  }
  if (python.implementation !== "CPython") {
    return refused(path, `it is ${python.implementation}, and Boost.Python knows only CPython`);
  }
  if (!isAtLeast(python.version, oldestPython)) {
    return refused(path, `it is version ${python.version}, and ${oldestPython} or newer is needed`);
  }
  return { value: python, diagnostics: [] };
}

function foldersUpwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpwards(above)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function missing(looked: string): Outcome<never> {
  return failed(diagnose("GB0202", { looked }));
}

function refused(path: string, why: string): Outcome<never> {
  return failed(diagnose("GB0203", { path, why }));
}

function failed(diagnostic: Diagnostic): Outcome<never> {
  return { diagnostics: [diagnostic] };
}
