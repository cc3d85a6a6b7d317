/** Whether a Boost.Python is there for a Python: by building a small module and importing it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolder, runProgram } from "../program.mjs";

/** Imports the module; prints the Boost it was built with and, on Linux, the library it loaded. */
const importScript = `
import os, boost_probe
print(boost_probe.version().replace("_", "."))
maps = open("/proc/self/maps") if os.path.exists("/proc/self/maps") else []
print(next((line.split(maxsplit=5)[5].strip() for line in maps if "libboost_python" in line), ""))
`;

/**
 * @param {object} tools What findTools of the generator found.
 * @returns {Promise<{ version?: string, library?: string, why?: string }>} The version of the Boost
 *   that works and the path of its library, where that can be told; else why none does.
 */
export async function probeBoost(tools) {
  const { configure } = await import("../../dist/toolchain/configure.js");
  const { compile } = await import("../../dist/toolchain/compile.js");
  const buildFolder = mkdtempSync(join(tmpdir(), "gen-bindings-boost-probe-"));
  try {
    const sourceFolder = join(projectFolder, "scripts", "setup", "boost-probe");
    for (const step of [configure, compile]) {
      const { value, diagnostics } = await step({ tools, sourceFolder, buildFolder });
      if (diagnostics.length > 0) return { why: value?.output ?? diagnostics[0].message };
    }
    const { ok, output } = await runProgram(tools.python.executable, ["-c", importScript], {
      quiet: true,
      environment: { ...tools.environment, PYTHONPATH: buildFolder },
    });
    if (!ok) return { why: output };
    const [version, library] = output.split("\n");
    return { version, library };
  } finally {
    rmSync(buildFolder, { recursive: true, force: true });
  }
}
