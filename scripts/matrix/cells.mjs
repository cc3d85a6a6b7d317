/**
 * The cells of the matrix: on which CPython, compiler and Boost everything must be green. This table
 * is the promise, and docs/matrix.md shows it.
 */

/**
 * @typedef {object} Cell
 * @property {string} name
 * @property {string} python A release of CPython, "3.11".
 * @property {string} compiler The one that CXX names.
 * @property {"system" | "wheel"} [boost] Whose Boost.Python; without one, only what needs none is built.
 * @property {string} [boostVersion] The only one that will do.
 */

/**
 * cmeel-boost 1.88 is the last that has a wheel for CPython 3.8, and 1.89 the last for 3.9.
 *
 * @type {readonly Cell[]}
 */
export const cells = [
  { name: "headers-3.8", python: "3.8", compiler: "g++" },
  { name: "headers-3.9", python: "3.9", compiler: "g++" },
  { name: "headers-3.10", python: "3.10", compiler: "g++" },
  { name: "headers-3.11", python: "3.11", compiler: "g++" },
  { name: "headers-3.12", python: "3.12", compiler: "g++" },
  { name: "headers-3.13", python: "3.13", compiler: "g++" },
  { name: "headers-3.11-clang", python: "3.11", compiler: "clang++" },
  { name: "headers-3.13-clang", python: "3.13", compiler: "clang++" },
  whole("3.11", "system", "1.74"),
  whole("3.8", "wheel", "1.88"),
  whole("3.9", "wheel", "1.89"),
  whole("3.10", "wheel", "1.90"),
  whole("3.11", "wheel", "1.90"),
  whole("3.12", "wheel", "1.90"),
  whole("3.13", "wheel", "1.90"),
];

function whole(python, boost, boostVersion) {
  return { name: `whole-${python}-${boost}`, python, compiler: "g++", boost, boostVersion };
}

/** The cells as a table in Markdown. */
export function tableOfCells() {
  const rows = cells.map(({ name, python, compiler, boost, boostVersion }) => [
    name,
    python,
    compiler,
    boost === undefined ? "none" : `${boostVersion}, the ${boost}'s`,
  ]);
  return table([["cell", "CPython", "compiler", "Boost.Python"], ...rows]);
}

/** A table in Markdown; the first row is its head. */
export function table([head, ...rows]) {
  const line = (row) => `| ${row.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
