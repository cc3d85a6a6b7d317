/** The npm package as its users have it: packed, unpacked, with what it depends on. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { mustRun, projectFolder } from "../program.mjs";

/**
 * Packs this project and unpacks it into node_modules of a folder. What it depends on is linked from this
 * project's own node_modules, so that nothing is fetched.
 *
 * @param {string} folder Made anew.
 * @returns {Promise<string>} The folder of the package.
 */
export async function installPackage(folder) {
  const modules = join(folder, "node_modules");
  const own = join(modules, "gen-bindings");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  await mustRun("npm", ["pack", "--silent", "--pack-destination", folder], projectFolder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  await mustRun("tar", ["-xzf", join(folder, tarball), "-C", own, "--strip-components=1"], folder);
  for (const name of dependencies(projectFolder)) {
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(join(projectFolder, "node_modules", name), join(modules, name));
  }
  return own;
}

function dependencies(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.keys(dependencies);
}
