/** All that is measured of CMake builds, with the npm package as its users have it. */
import { join } from "node:path";
import { CannotGoOn, projectFolder } from "../program.mjs";
import { consumerFigures } from "./consumer.mjs";
import { crossFigures } from "./cross.mjs";
import { importFigures } from "./imports.mjs";
import { incrementalFigures } from "./incremental.mjs";
import { installPackage } from "./package.mjs";
import { versionFigures } from "./versions.mjs";
import { wheelFigures } from "./wheel.mjs";

const GENERATORS = ["Ninja", "Unix Makefiles"];

/**
 * @param {{ python: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<readonly boolean[]>} Of each figure, whether it holds.
 */
export async function cmakeFigures({ python, environment }) {
  const { findTools } = await import("../../dist/toolchain/tools.js");
  const search = { requested: python, environment, cwd: projectFolder };
  const { value: tools, diagnostics } = await findTools(search);
  if (tools === undefined) throw new CannotGoOn(diagnostics.map((each) => each.message).join("\n"));
  const folder = join(projectFolder, ".cache", "cmake");
  const own = await installPackage(join(folder, "npm"));
  const definitions = {
    GenBindings_DIR: join(own, "cmake"),
    GEN_BINDINGS_NODE: process.execPath,
    Python3_EXECUTABLE: tools.python.executable,
    ...(tools.python.cmeelPrefix !== null && { CMAKE_PREFIX_PATH: tools.python.cmeelPrefix }),
    ...(tools.compilerCache !== undefined && { CMAKE_CXX_COMPILER_LAUNCHER: tools.compilerCache }),
  };
  const setting = { package: own, cmake: tools.cmake.path, definitions, environment };
  const held = [];
  for (const generator of GENERATORS) {
    const name = generator.toLowerCase().replaceAll(" ", "-");
    held.push(...(await incrementalFigures({ ...setting, generator, folder: join(folder, name) })));
    const imports = join(folder, "imports", name);
    held.push(...(await importFigures({ ...setting, generator, folder: imports })));
  }
  held.push(...(await consumerFigures({ ...setting, python, folder: join(folder, "consumer") })));
  held.push(...(await versionFigures({ ...setting, python, folder: join(folder, "versions") })));
  held.push(...(await crossFigures({ ...setting, folder: join(folder, "cross") })));
  held.push(...(await wheelFigures({ ...setting, python, folder: join(folder, "wheel") })));
  return held;
}
