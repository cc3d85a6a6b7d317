/** A module for another machine: AArch64, with Debian's packages, unpacked in .cache and installed nowhere. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { figure } from "../figure.mjs";
import { mustRun, projectFolder, runProgram } from "../program.mjs";
import { remember } from "../setup/fingerprint.mjs";

/** A compiler that runs here, and the C and C++ libraries that it comes with. */
const COMPILER = [
  "g++-12-aarch64-linux-gnu",
  "gcc-12-aarch64-linux-gnu",
  "cpp-12-aarch64-linux-gnu",
  "binutils-aarch64-linux-gnu",
  "libc6-dev-arm64-cross",
  "libc6-arm64-cross",
  "linux-libc-dev-arm64-cross",
  "libstdc++-12-dev-arm64-cross",
  "libstdc++6-arm64-cross",
  "libgcc-12-dev-arm64-cross",
  "libgcc-s1-arm64-cross",
];

/** What a module is compiled with and linked to there. */
const TARGET = [
  "libpython3.11-dev",
  "libboost1.74-dev",
  "libboost-python1.74-dev",
  "libboost-python1.74.0",
];

/** EM_AARCH64, https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html */
const AARCH64 = 183;

/**
 * @param {{ folder: string, package: string, cmake: string, environment: NodeJS.ProcessEnv }} setting
 *   folder: to work in, made anew but for the packages; package: the npm package.
 * @returns {Promise<readonly boolean[]>} Whether the figure holds; nothing on another system than Debian 12.
 */
export async function crossFigures(setting) {
  if (!isDebian12()) {
    console.log("cross-compiling: not tried, as its packages are those of Debian 12");
    return [];
  }
  const problems = await crossCompiled(setting);
  for (const problem of problems) console.log(problem);
  return [figure("cross-compiled for AArch64, problems", problems.length, 0)];
}

function isDebian12() {
  const file = "/etc/os-release";
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return /^VERSION_CODENAME=bookworm$/m.test(text) && process.arch === "x64";
}

async function crossCompiled({ folder, package: own, cmake, environment }) {
  const { compilerRoot, targetRoot } = await unpacked(join(folder, "packages"));
  const source = join(folder, "source");
  rmSync(source, { recursive: true, force: true });
  cpSync(join(projectFolder, "tests", "cmake", "presets"), source, { recursive: true });
  const build = join(source, "build", "ninja");
  // Its assembler finds its libraries as if they were installed.
  const libraries = join(compilerRoot, "usr", "lib", "x86_64-linux-gnu");
  const { LD_LIBRARY_PATH = "" } = environment;
  const found = [libraries, LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const run = (program, args) =>
    runProgram(program, args, {
      cwd: source,
      environment: { ...environment, LD_LIBRARY_PATH: found },
      quiet: true,
    });

  const toolchain = join(projectFolder, "tests", "cmake", "cross", "aarch64.cmake");
  const definitions = {
    CMAKE_TOOLCHAIN_FILE: toolchain,
    COMPILER_ROOT: compilerRoot,
    TARGET_ROOT: targetRoot,
    GenBindings_DIR: join(own, "cmake"),
    GEN_BINDINGS_NODE: process.execPath,
  };
  const defined = Object.entries(definitions).map(([name, value]) => `-D${name}=${value}`);
  const configured = await run(cmake, ["--preset", "ninja", ...defined]);
  if (!configured.ok) return [`configure:\n${configured.output}`];
  const made = await run(cmake, ["--build", "--preset", "ninja"]);
  if (!made.ok) return [`build:\n${made.output}`];

  const module = join(build, "package", "twice.cpython-311-aarch64-linux-gnu.so");
  if (!existsSync(module)) return [`no ${module}:\n${made.output}`];
  const machine = readFileSync(module).readUInt16LE(18);
  const tests = await run(join(cmake, "..", "ctest"), ["--test-dir", build, "-N"]);
  return [
    ...(machine === AARCH64 ? [] : [`${module} is for machine ${machine}`]),
    ...(/Total Tests: 0/.test(tests.output) ? [] : [`tests that can't run:\n${tests.output}`]),
  ];
}

/** Fetches and unpacks the packages, unless that was done before. */
async function unpacked(folder) {
  const [compilerRoot, targetRoot] = ["compiler", "target"].map((name) => join(folder, name));
  const finished = join(folder, "finished");
  if (existsSync(finished)) return { compilerRoot, targetRoot };
  rmSync(folder, { recursive: true, force: true });
  await unpack(COMPILER, compilerRoot, join(folder, "of-compiler"), "amd64");
  await unpack(TARGET, targetRoot, join(folder, "of-target"), "arm64");
  remember(finished, "");
  return { compilerRoot, targetRoot };
}

/** apt-get with lists of its own: what the machine has is neither needed nor changed. */
async function unpack(packages, root, folder, architecture) {
  for (const name of ["lists/partial", "cache/archives/partial", "debs"])
    mkdirSync(join(folder, name), { recursive: true });
  const settings = {
    "APT::Architecture": architecture,
    "APT::Architectures": architecture,
    "APT::Sandbox::User": "root",
    "Acquire::Languages": "none",
    "Dir::State": folder,
    "Dir::State::Lists": join(folder, "lists"),
    "Dir::State::Status": "/dev/null",
    "Dir::Cache": join(folder, "cache"),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  const debs = join(folder, "debs");
  await mustRun("apt-get", [...options, "-q", "update"], folder);
  await mustRun("apt-get", [...options, "-q", "download", ...packages], debs);
  for (const file of readdirSync(debs)) await mustRun("dpkg-deb", ["-x", file, root], debs);
  rmSync(folder, { recursive: true });
}
