// Who may import whom: the direction in which the pipeline flows.
const phases = ["spec", "passes", "model", "render", "output", "toolchain"];

/** A phase takes and hands on plain data: of another phase it may import types, and nothing else. */
const phaseRules = phases.map((phase) => ({
  name: `${phase}-knows-no-other-phase`,
  severity: "error",
  from: { path: `^generator/${phase}/`, pathNot: "\\.test\\.ts$" },
  to: {
    path: "^generator/",
    pathNot: `^generator/((${phase}|model|diagnostics)/|package-files\\.ts$)`,
    dependencyTypesNot: ["type-only"],
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...phaseRules,
    {
      name: "diagnostics-know-no-phase",
      severity: "error",
      from: { path: "^generator/diagnostics/" },
      to: { path: "^generator/", pathNot: "^generator/diagnostics(/|\\.ts$)" },
    },
    {
      name: "pipeline-runs-no-tools-and-knows-no-command",
      severity: "error",
      from: { path: "^generator/pipeline\\.ts$" },
      to: { path: "^generator/(toolchain|commands|cli\\.ts)" },
    },
    {
      name: "commands-read-specs-through-the-pipeline",
      severity: "error",
      from: { path: "^generator/commands/", pathNot: "\\.test\\.ts$" },
      to: { path: "^generator/(spec|passes)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-imports-the-command-line",
      severity: "error",
      from: { path: "^generator/" },
      to: { path: "^generator/cli\\.ts$" },
    },
    {
      name: "sources-do-not-import-what-is-built",
      severity: "error",
      from: { path: "^(generator|tests)/" },
      to: { path: "^(dist|out)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "tests-are-not-shipped",
      severity: "error",
      from: { path: "^generator/", pathNot: "\\.test\\.ts$" },
      to: { path: "\\.test\\.ts$|^tests/" },
    },
    {
      name: "only-dependencies-are-shipped",
      severity: "error",
      from: { path: "^generator/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
