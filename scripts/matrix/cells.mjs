/**
 * The cells of the matrix: on which CPython, compiler and Boost everything must be green. This table
 * is the promise, and docs/matrix.md shows it.
 */

/**
 * @typedef {object} Cell
 * @property {string} name
 * @property {string} python A release of CPython, "3.11".
 * @property {string} compiler The one that CXX names.
 * @property {"Ninja" | "Unix Makefiles"} generator As CMake calls it.
 * @property {"system" | "packages" | "wheel"} [boost] Whose Boost.Python; without one, only what needs
 *   none is built. "packages": of Debian, unpacked and installed nowhere.
 * @property {string} [boostVersion] The only one that will do.
 * @property {readonly string[]} [suites] Of `npm test`, with Boost.Python.
 */

/** The suites that a whole cell runs. */
const inEachCell = [
  "runtime headers",
  "gil incidents",
  "example: example",
  "example: re2",
  "example: leveldb",
];

/**
 * cmeel-boost 1.88 is the last that has a wheel for CPython 3.8, and 1.89 the last for 3.9.
 *
 * @type {readonly Cell[]}
 */
export const cells = [
  headers("3.8", "g++"),
  headers("3.9", "g++"),
  headers("3.10", "g++"),
  headers("3.11", "g++"),
  headers("3.12", "g++"),
  headers("3.13", "g++"),
  headers("3.11", "clang++"),
  headers("3.13", "clang++"),
  whole("3.11", "system", "1.74"),
  whole("3.11", "packages", "1.81"),
  whole("3.8", "wheel", "1.88"),
  whole("3.9", "wheel", "1.89"),
  whole("3.10", "wheel", "1.90"),
  whole("3.11", "wheel", "1.90"),
  whole("3.12", "wheel", "1.90"),
  whole("3.13", "wheel", "1.90"),
  whole("3.11", "system", "1.74", { compiler: "clang++" }),
  whole("3.11", "packages", "1.81", { compiler: "clang++" }),
  whole("3.13", "wheel", "1.90", { compiler: "clang++" }),
  whole("3.11", "system", "1.74", { generator: "Unix Makefiles" }),
  whole("3.11", "packages", "1.81", { generator: "Unix Makefiles" }),
  whole("3.13", "wheel", "1.90", { generator: "Unix Makefiles" }),
  corner("3.11", "system", "1.74", { compiler: "clang++", generator: "Unix Makefiles" }),
];

function headers(python, compiler) {
  const other = compiler === "g++" ? "" : "-clang";
  return { name: `headers-${python}${other}`, python, compiler, generator: "Ninja" };
}

/** What is kept and proved at run time. */
function whole(python, boost, boostVersion, { compiler = "g++", generator = "Ninja" } = {}) {
  const others = [compiler === "g++" ? "" : "-clang", generator === "Ninja" ? "" : "-make"];
  const name = `whole-${python}-${boost}${others.join("")}`;
  return { name, python, compiler, generator, boost, boostVersion, suites: inEachCell };
}

/** Of a cell what a few minutes are enough for: `npm test` runs it. */
function corner(python, boost, boostVersion, tools) {
  const cell = whole(python, boost, boostVersion, tools);
  return { ...cell, name: cell.name.replace(/^whole/, "corner"), suites: ["example: example"] };
}

/** Those that `npm test` runs, on a machine that has no other CPython and downloads nothing. */
export const corners = cells.filter(({ name }) => name.startsWith("corner-"));

const WHOSE = { system: "the system's", packages: "Debian's packages", wheel: "the wheel's" };

/** The cells as a table in Markdown. */
export function tableOfCells() {
  const rows = cells.map(({ name, python, compiler, generator, boost, boostVersion }) => [
    name,
    python,
    compiler,
    generator,
    boost === undefined ? "none" : `${boostVersion}, ${WHOSE[boost]}`,
  ]);
  return table([["cell", "CPython", "compiler", "generator", "Boost.Python"], ...rows]);
}

/** A table in Markdown; the first row is its head. */
export function table([head, ...rows]) {
  const line = (row) => `| ${row.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
