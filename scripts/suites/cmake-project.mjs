/** A CMake project of this repository, configured and built in .cache. */
import { join } from "node:path";
import { projectFolder } from "../program.mjs";

/**
 * @param {string} source The project's folder, from the root of this project.
 * @param {readonly string[]} targets What to build.
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @param {{ otherPython?: object, definitions?: Record<string, string>, buildName?: string, onLine?: (line: string) => void }} options
 *   otherPython: what inspectPython says of one to build for with the same CMake and compiler;
 *   buildName: of the folder in .cache; onLine: takes each line that the build prints.
 * @returns {Promise<{ built?: { buildFolder: string, tools: object }, output: string }>} Where it was
 *   built and with which tools, if it was; what the last step printed, with the reason of a failure.
 */
export async function buildProject(source, targets, { python, environment }, options = {}) {
  const { otherPython, definitions, buildName = source.replaceAll("/", "-"), onLine } = options;
  const { configure } = await import("../../dist/toolchain/configure.js");
  const { compile } = await import("../../dist/toolchain/compile.js");
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const search = { requested: python, environment, cwd: projectFolder };
  const { value: found, diagnostics } = await findTools(search);
  if (found === undefined) return { output: textOf(diagnostics) };
  const tools = { ...found, python: otherPython ?? found.python };

  const sourceFolder = join(projectFolder, source);
  const buildFolder = join(projectFolder, ".cache", buildName);
  const configured = await configure({ tools, sourceFolder, buildFolder, definitions });
  if (configured.diagnostics.length > 0) return stopped(configured);
  const compiled = await compile({ tools, buildFolder, targets, onLine });
  if (compiled.diagnostics.length > 0) return stopped(compiled);
  return { built: { buildFolder, tools }, output: compiled.value.output };
}

function stopped({ value, diagnostics }) {
  return { output: [value?.output ?? "", textOf(diagnostics)].join("\n") };
}

function textOf(diagnostics) {
  return diagnostics.map((each) => `${each.message}: ${each.reason}`).join("\n");
}
