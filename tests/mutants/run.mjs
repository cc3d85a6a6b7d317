/** A module with all its mutants, compiled once; and the generated tests, run for one mutant. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotGoOn, projectFolder, runProgram } from "../../scripts/program.mjs";
import { buildProject } from "../../scripts/suites/cmake-project.mjs";
import { addRuntimeMutants } from "./runtime.mjs";
import { chooser, schemataOf, variable } from "./schemata.mjs";

/** The watchdog of a process; each test has its own, which is much shorter. */
const SECONDS = 300;

/** How pytest ends: https://docs.pytest.org/en/stable/reference/exit-codes.html */
const pytest = { passed: 0, failed: 1, interrupted: 2 };

/**
 * Generates the module, puts its mutants into it, and builds the probe build, without contract mode.
 *
 * @param {{ name: string, spec: string }} module
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<{ name: string, folder: string, mutants: readonly import("./schemata.mjs").Mutant[] }>}
 */
export async function buildMutants({ name, spec }, context) {
  const folder = join(".cache", "mutants", name);
  const program = join("dist", "cli.js");
  const { environment } = context;
  const generated = await runProgram(process.execPath, [program, spec, "-o", folder, "--force"], {
    environment,
    quiet: true,
  });
  if (!generated.ok) throw new CannotGoOn(`${spec}:\n${generated.output}`);
  const source = join(projectFolder, folder, "src", "module.cpp");
  const { text, mutants } = schemataOf(readFileSync(source, "utf8"));
  writeFileSync(source, text);
  const headers = join(projectFolder, folder, "include", "gen_bindings");
  writeFileSync(join(headers, "mutants.hpp"), chooser);
  const first = mutants.length + 1;
  const runtimeMutants = addRuntimeMutants(join(projectFolder, folder), name, first);
  const { built, output } = await buildProject(folder, [`${name}_probe`], context, {
    buildName: join("mutants", name, "build"),
    // Quick to compile; what is looked for does not depend on it.
    definitions: { CMAKE_BUILD_TYPE: "Debug", CMAKE_CXX_FLAGS_DEBUG: "-O0" },
  });
  if (built === undefined) throw new CannotGoOn(`${name} with its mutants:\n${output}`);
  return { name, folder: join(projectFolder, folder), mutants: [...mutants, ...runtimeMutants] };
}

/**
 * Runs the generated tests until one fails, those about the mutant's callable first.
 *
 * @param {{ folder: string }} module
 * @param {import("./schemata.mjs").Mutant | undefined} mutant None: the module as it was generated.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<{ caught: boolean, by: string, output: string }>} by: the test that failed, or
 *   how the process ended.
 */
export async function runTests({ folder }, mutant, { python, environment }) {
  const files = ["test_gil_policies.py", "test_examples.py"];
  const options = [
    "-x",
    "-q",
    "-rfE",
    "--tb=short",
    "-p",
    "no:cacheprovider",
    "-p",
    "nearest_first",
  ];
  const { status, signal, output } = await ended(python, ["-m", "pytest", ...options, ...files], {
    cwd: join(folder, "tests"),
    env: {
      ...environment,
      [variable]: String(mutant?.number ?? 0),
      GEN_BINDINGS_MUTANT_IN: mutant?.identifier ?? "",
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONPATH: [
        join(folder, "build", "probe"),
        fileURLToPath(new URL(".", import.meta.url)),
        environment.PYTHONPATH,
      ]
        .filter(Boolean)
        .join(":"),
    },
  });
  if (status === pytest.passed) return { caught: false, by: "", output };
  const [, test] = /^(?:FAILED|ERROR) \S*?\.py(?:::(\S+))?/m.exec(output) ?? [];
  if (signal !== null) return { caught: true, by: `a process that ended by ${signal}`, output };
  if (status === pytest.failed) return { caught: true, by: test ?? "the watchdog", output };
  if (status === pytest.interrupted) return { caught: true, by: "the import", output };
  throw new CannotGoOn(`pytest ended with status ${status}:\n${output}`);
}

/** Runs a program and all that it starts, in a group of their own, for no longer than SECONDS. */
function ended(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    const end = () => {
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // All of them have ended.
      }
    };
    const watchdog = setTimeout(end, SECONDS * 1000);
    child.on("error", reject);
    child.on("exit", (status, signal) => {
      clearTimeout(watchdog);
      end();
      child.on("close", () => {
        resolve({ status, signal, output: Buffer.concat(chunks).toString() });
      });
    });
  });
}
