/**
 * The kinds of new projects. Each part of one is a folder of files below `projects/`; a file of a
 * later part replaces one of the same name. In them `@spec@` stands for the name of the spec, and
 * `_gitignore` for `.gitignore`, which npm would not publish.
 */

/** How the spec of a project is written. */
export interface SpecSyntax {
  readonly folder: string;
  readonly spec: string;
}

/** How a project is built. */
export interface ProjectBuild {
  readonly folder: string;
  /** The commands that build and test it, in its folder. */
  readonly commands: readonly string[];
}

/** By the option that asks for it. */
export const specSyntaxes = {
  json: { folder: "json", spec: "engine.spec.json" },
  yaml: { folder: "yaml", spec: "engine.spec.yaml" },
  ts: { folder: "ts", spec: "engine.spec.ts" },
} as const satisfies Readonly<Record<string, SpecSyntax>>;

/** By the option that asks for it; `alone` needs none. */
export const projectBuilds = {
  alone: { folder: "alone", commands: ["gen-bindings test"] },
  cmake: {
    folder: "cmake",
    commands: [
      'cmake -B build -D GenBindings_DIR="$(gen-bindings --cmake-dir)"',
      "cmake --build build",
      "ctest --test-dir build --output-on-failure",
    ],
  },
  wheel: { folder: "wheel", commands: ["gen-bindings -o generated", "pip install ."] },
} as const satisfies Readonly<Record<string, ProjectBuild>>;

/** What every project has. */
export const COMMON_FOLDER = "common";
