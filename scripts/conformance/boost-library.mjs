/**
 * The Boost whose tests are run: sources, headers and libraries of Debian's packages, unpacked into
 * .cache/conformance and installed nowhere.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder, runProgram } from "../program.mjs";
import { remember } from "../setup/fingerprint.mjs";

/** Where everything of the suite lies that is not committed. */
export const cacheFolder = join(projectFolder, ".cache", "conformance");

/** The version of Boost, as Debian's source package has it in its name. */
const version = "1.81";

const binaryPackages = [
  `libboost${version}-dev`,
  `libboost-python${version}-dev`,
  `libboost-python${version}.0`,
  `libboost-numpy${version}-dev`,
  `libboost-numpy${version}.0`,
];

const folder = join(cacheFolder, `boost${version}`);
const finished = join(folder, "finished");

/**
 * Fetches the packages, unless that was done before.
 *
 * @returns {Promise<{ version: string, upstream: string, prefix: string, pythonVersion: string }>} The
 *   folder that holds libs/python/test, the prefix for CMake, and the Python that the library is for.
 */
export async function fetchBoost(say) {
  if (!existsSync(finished)) {
    say(`fetching the source and the packages of Boost ${version} with apt-get`);
    await fetchPackages();
    remember(finished, "");
  }
  const prefix = join(folder, "installed", "usr");
  return { version, upstream: join(folder, "source"), prefix, pythonVersion: pythonOf(prefix) };
}

async function fetchPackages() {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["lists/partial", "parts", "cache", "packages", "source", "installed"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, "parts", "debian.sources"), packageSources());
  await apt(["update"]);
  await apt(["source", "--download-only", `boost${version}`]);
  await apt(["download", ...binaryPackages]);
  const files = readdirSync(join(folder, "packages"));
  const source = files.find((file) => /\.orig\.tar\.\w+$/.test(file));
  await orStop(
    "tar",
    [
      "-xf",
      source,
      "-C",
      "../source",
      "--strip-components=1",
      "--wildcards",
      "*/libs/python/test/*",
    ],
    "The source package could not be unpacked.",
  );
  for (const file of files.filter((each) => each.endsWith(".deb"))) {
    await orStop("dpkg-deb", ["-x", file, "../installed"], `${file} could not be unpacked.`);
  }
  rmSync(join(folder, "packages"), { recursive: true });
}

/** apt-get with lists and caches of its own: what the machine has is neither needed nor changed. */
function apt(args) {
  const settings = {
    "Dir::Etc::SourceList": "/dev/null",
    "Dir::Etc::SourceParts": join(folder, "parts"),
    "Dir::State::Lists": join(folder, "lists"),
    "Dir::Cache": join(folder, "cache"),
    "APT::Sandbox::User": "root",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  return orStop(
    "apt-get",
    [...options, "-q", ...args],
    `The suite needs the packages of Boost ${version} as Debian 12 has them, and a network.`,
  );
}

/**
 * The distribution's own package sources, for sources as well as for binaries.
 *
 * They are the entries of the machine's own lists that name the release that is running; those of
 * others, which name their own suites, would only be in the way.
 */
function packageSources() {
  const release = releaseName();
  const entries = [
    ...stanzasOf("/etc/apt/sources.list.d"),
    ...linesOf(["/etc/apt/sources.list", ...listsIn("/etc/apt/sources.list.d")]),
  ].filter(({ suites }) => suites.split(" ").some((suite) => suite.split(/[-/]/)[0] === release));
  if (entries.length === 0) {
    throw new CannotGoOn(
      `The conformance suite is fetched from Debian's packages of Boost ${version}, and /etc/apt names no ` +
        `package source of the release that is running (${release}).`,
    );
  }
  return entries.map(({ text }) => text).join("\n\n");
}

function releaseName() {
  const file = "/etc/os-release";
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return /^VERSION_CODENAME=(.*)$/m.exec(text)?.[1] ?? "unknown";
}

/** The entries of files such as debian.sources: lines of `Key: value`, with empty lines between. */
function stanzasOf(directory) {
  return filesIn(directory, ".sources")
    .flatMap((file) => readFileSync(file, "utf8").split(/\n\s*\n/))
    .filter((text) => /^Types:.*\bdeb\b/m.test(text))
    .map((text) => ({
      suites: /^Suites:\s*(.*)$/m.exec(text)?.[1] ?? "",
      text: text.trim().replace(/^Types:.*$/m, "Types: deb deb-src"),
    }));
}

/** The entries of files such as sources.list: `deb [options] address suite component…`. */
function linesOf(files) {
  const line =
    /^deb\s+(?:\[(?<options>[^\]]*)\]\s+)?(?<address>\S+)\s+(?<suites>\S+)\s+(?<components>.+)$/;
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .map((text) => line.exec(text.trim())?.groups)
    .filter((entry) => entry !== undefined)
    .map(({ options = "", address, suites, components }) => ({
      suites,
      text: [
        "Types: deb deb-src",
        `URIs: ${address}`,
        `Suites: ${suites}`,
        `Components: ${components}`,
        ...(/signed-by=(\S+)/.exec(options)
          ? [`Signed-By: ${/signed-by=(\S+)/.exec(options)[1]}`]
          : []),
      ].join("\n"),
    }));
}

const listsIn = (directory) => filesIn(directory, ".list");

function filesIn(directory, ending) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(directory, name));
}

/** Which Python the library was built for, as its file name says: libboost_python311.so. */
function pythonOf(prefix) {
  const names = readdirSync(join(prefix, "lib"), { recursive: true });
  const digits = names.map((name) => /libboost_python3(\d+)\.so$/.exec(name)?.[1]).find(Boolean);
  return `3.${digits}`;
}

async function orStop(command, args, advice) {
  const { ok, output } = await runProgram(command, args, {
    cwd: join(folder, "packages"),
    quiet: true,
  });
  if (!ok) throw new CannotGoOn(`${output}\n${command} ${args[0]} did not go through. ${advice}`);
}
