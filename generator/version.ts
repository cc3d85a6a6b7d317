/** The version of this program, as its package says. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Changes with every version: whoever rebuilds what changed looks at it. */
export const packageFile = fileURLToPath(new URL("../package.json", import.meta.url));

export const generatorVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packageFile, "utf8"))).version;

/** The files of new projects, a folder for each part of one. */
export const projectsFolder = fileURLToPath(new URL("../projects", import.meta.url));

/** Where CMake's find_package(GenBindings) is to look. */
export const cmakeFolder = fileURLToPath(new URL("../cmake", import.meta.url));
