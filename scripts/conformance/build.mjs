/** One CMake build of many modules, of which some may fail. */
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { cacheFolder } from "./boost-library.mjs";

/**
 * Configures a project of conformance/ and builds what can be built.
 *
 * @param {string} name The folder in conformance/.
 * @param {readonly string[]} modules Their targets are NAME_module.
 * @param {{ boost: object, python: string, environment: NodeJS.ProcessEnv }} context
 * @param {Record<string, string>} definitions For CMake, beside what that Boost needs; VARIANT ends the
 *   name of the build folder.
 * @returns {Promise<{ buildFolder: string, failures: Map<string, string> }>} What the compiler said of each
 *   module that could not be built.
 */
export async function buildModules(
  name,
  modules,
  { boost, python, environment },
  { VARIANT = "", ...definitions },
) {
  const { configure } = await import("../../dist/toolchain/configure.js");
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const { value: tools, diagnostics } = await findTools({
    requested: python,
    environment,
    cwd: projectFolder,
  });
  if (tools === undefined) throw new CannotGoOn(diagnostics.map((each) => each.reason).join("\n"));
  if (tools.buildTool.generator !== "Ninja") {
    throw new CannotGoOn(
      "The conformance suite is built with Ninja (Debian: apt install ninja-build).",
    );
  }
  const buildFolder = join(cacheFolder, `${name}${VARIANT}-build-${boost.version}`);
  const sourceFolder = join(projectFolder, "conformance", name);
  const configured = await configure({
    tools,
    sourceFolder,
    buildFolder,
    definitions: {
      CMAKE_PREFIX_PATH: boost.prefix,
      UPSTREAM: boost.upstream,
      ...definitions,
    },
  });
  if (configured.diagnostics.length > 0) throw new CannotGoOn(configured.value?.output ?? "");

  const ninja = (...args) =>
    runProgram(tools.buildTool.path, ["-C", buildFolder, ...args], {
      // ccache takes a precompiled header only if it may trust the header's time.
      environment: { CCACHE_SLOPPINESS: "pch_defines,time_macros", ...environment },
      quiet: true,
    });
  const { ok, output } = await ninja("-k", "0", ...modules.map(targetOf));
  const failures = new Map();
  if (ok) return { buildFolder, failures };
  for (const module of modules) {
    const left = await ninja("-n", targetOf(module));
    if (!left.output.includes("no work to do")) failures.set(module, saidOf(module, output));
  }
  return { buildFolder, failures };
}

const targetOf = (module) => `${module}_module`;

/** What was printed of the steps that failed for a module; the end of it all where there is none. */
function saidOf(module, output) {
  const failed = output
    .split(/^(?=\[\d+\/\d+\] |FAILED: )/m)
    .filter((step) => step.startsWith("FAILED: "))
    .filter((step) => {
      const outputs = step.split("\n", 1)[0];
      return outputs.includes(`/${module}_module.dir/`) || outputs.includes(`/${module}.`);
    });
  return failed.join("\n") || output.slice(-2000);
}
