/** Every suite of `npm test`, by its name: each takes { python, environment } and returns a Result. */
import { runBenchmark } from "./benchmark.mjs";
import { runChecks } from "./checks.mjs";
import { runCMakeBuilds } from "./cmake.mjs";
import { runCompilerCaches } from "./compiler-caches.mjs";
import { runConformanceSuite } from "./conformance.mjs";
import { runExample } from "./examples.mjs";
import { runGilIncidents } from "./gil-incidents.mjs";
import { runMatrixCorner } from "./matrix-corner.mjs";
import { runMutants } from "./mutants.mjs";
import { runOtherPythons, runRuntimeHeaders } from "./runtime-headers.mjs";
import { runStubs } from "./stubs.mjs";
import { runVitest } from "./vitest.mjs";

export const suites = {
  checks: () => runChecks(),
  unit: ({ environment }) => runVitest("unit", environment),
  "scenarios and integration": ({ environment }) => runVitest("integration", environment),
  "runtime headers": (context) => runRuntimeHeaders(context),
  "runtime headers, other CPythons": (context) => runOtherPythons(context),
  "gil incidents": (context) => runGilIncidents(context, "fast"),
  "gil incidents, dispatch boost": (context) => runGilIncidents(context, "boost"),
  conformance: (context) => runConformanceSuite(context, "fast"),
  "conformance, dispatch boost": (context) => runConformanceSuite(context, "boost"),
  "CMake builds": (context) => runCMakeBuilds(context),
  mutants: (context) => runMutants(context),
  benchmark: (context) => runBenchmark(context),
  "example: example": (context) => runExample("example", "fast", context),
  "example: example, dispatch boost": (context) => runExample("example", "boost", context),
  "example: re2": (context) => runExample("re2", "fast", context),
  "example: re2, dispatch boost": (context) => runExample("re2", "boost", context),
  "example: leveldb": (context) => runExample("leveldb", "fast", context),
  "example: leveldb, dispatch boost": (context) => runExample("leveldb", "boost", context),
  "compiler caches": (context) => runCompilerCaches(context),
  "matrix: a corner": (context) => runMatrixCorner(context),
  // Of the modules that the suites above have built.
  stubs: (context) => runStubs(context),
};
