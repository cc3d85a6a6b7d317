/** Where the files lie that come with this program. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Found upwards from here: the build moves modules into files that lie at other depths. */
const packageFolder = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

function folderOfPackage(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : folderOfPackage(dirname(folder));
}

/** Changes with every version: whoever rebuilds what changed looks at it. */
export const packageFile = join(packageFolder, "package.json");

/** The files of new projects, a folder for each part of one. */
export const projectsFolder = join(packageFolder, "projects");

/** Where CMake's find_package(GenBindings) is to look. */
export const cmakeFolder = join(packageFolder, "cmake");

/** The templates of this program's own. */
export const templatesFolder = join(packageFolder, "templates");

/** What the build makes of them. */
export const compiledTemplatesFile = join(packageFolder, "dist", "templates.cjs");

/** What is published for editors, and for the templates of users. */
export const schemaFolder = join(packageFolder, "schema");
