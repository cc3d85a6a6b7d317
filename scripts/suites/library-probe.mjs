/** Whether a C++ library is there: a program that needs it is compiled and linked. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../program.mjs";

/** The libraries that the example specs bind, by the example. */
const libraries = {
  re2: {
    program: '#include <re2/re2.h>\nint main() { return re2::RE2("a").ok() ? 0 : 1; }\n',
    options: ["-lre2"],
    debianPackage: "libre2-dev",
  },
  leveldb: {
    program: "#include <leveldb/db.h>\nint main() { return leveldb::Status::OK().ok() ? 0 : 1; }\n",
    options: ["-lleveldb"],
    debianPackage: "libleveldb-dev",
  },
};

/**
 * @param {string} example A folder in specs/.
 * @param {NodeJS.ProcessEnv} environment CXX names the compiler, as for a build.
 * @returns {Promise<string | undefined>} The Debian package to install, where the library that the
 *   example binds is missing.
 */
export async function missingPackage(example, environment) {
  const library = libraries[example];
  if (library === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "gen-bindings-library-"));
  try {
    const source = join(folder, "probe.cpp");
    writeFileSync(source, library.program);
    const [compiler, ...args] = (environment.CXX?.trim() || "c++").split(/\s+/);
    const { ok } = await runProgram(
      compiler,
      [...args, "-std=c++17", source, "-o", join(folder, "probe"), ...library.options],
      { cwd: folder, environment, quiet: true },
    );
    return ok ? undefined : library.debianPackage;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
