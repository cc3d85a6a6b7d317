/** Who takes part: in the order of the tables, the generated code first, the limit last. */
import { boostPython } from "./boost-python.mjs";
import { cApi } from "./c-api.mjs";
import { cython } from "./cython.mjs";
import { generated } from "./generated.mjs";
import { nanobind, pybind11 } from "./pybind-style.mjs";
import { swig } from "./swig.mjs";

/**
 * @typedef {object} Contestant
 * @property {string} id The name of its folder and of its target.
 * @property {string} title What tables call it.
 * @property {(description: import("../cpp.mjs").Description) => Record<string, string>} sources
 * @property {(description: import("../cpp.mjs").Description, tools: { python: string }) => readonly string[][]} [commands]
 *   What turns its sources into C++.
 */

/** @type {readonly Contestant[]} */
export const contestants = [
  generated("fast"),
  generated("boost"),
  nanobind,
  pybind11,
  boostPython,
  cython,
  swig,
  cApi,
];
