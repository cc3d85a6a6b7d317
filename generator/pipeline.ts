/** The whole way from a spec to the files of its output folder, on one screen. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostics/diagnostic.js";
import type { Module } from "./model/model.js";
import { formatFiles } from "./output/format.js";
import type { FormattedFile, GeneratedFile } from "./output/generated-file.js";
import { runPasses } from "./passes/index.js";
import { readTemplates, render } from "./render/index.js";
import { loadDocument } from "./spec/load.js";
import { readSource } from "./spec/read-source.js";
import { collectUserFiles } from "./spec/user-files.js";
import { type LocatedSpec, validate } from "./spec/validate.js";
import { generatorVersion, packageFile } from "./version.js";

const bundledTemplates = fileURLToPath(new URL("../templates", import.meta.url));

/** A checked module, and the user's files that belong to it. */
export interface CheckedModule {
  /** The path of the spec. */
  readonly spec: string;
  readonly module: Module;
  readonly userFiles: UserFiles;
}

type UserFiles = NonNullable<ReturnType<typeof collectUserFiles>["value"]>;

/** From the path of a spec to its checked module: what `check` does, and every other command first. */
export function checkSpec(path: string): Outcome<CheckedModule> {
  return inOrder(readSource(path), (source) =>
    inOrder(loadDocument(source), (document) =>
      inOrder(validate(document), (located) =>
        together(runPasses(located), userFilesOf(path, located), (module, userFiles) => ({
          spec: path,
          module,
          userFiles,
        })),
      ),
    ),
  );
}

/** How a module is written down. */
export interface Layout {
  /** The number of translation units that its declarations go to; one if absent. */
  readonly shards?: number | undefined;
}

/** From a checked module to the files of its output folder; `folder` is where an earlier run put them. */
export async function generateFiles(
  { module, userFiles }: CheckedModule,
  folder: string,
  { shards = 1 }: Layout = {},
): Promise<Outcome<readonly FormattedFile[]>> {
  const templates = readTemplates(bundledTemplates);
  const facts = {
    generator: generatorVersion,
    sources: userFiles.sources,
    includeDirs: userFiles.includeDirs,
    shards,
  };
  const copies = userFiles.files.map(
    ({ path, content, from }): GeneratedFile => ({ path, content, copiedFrom: from }),
  );
  return formatFiles([...render(module, templates, facts), ...copies], folder);
}

/** Every file that the output depends on, absolute; the package's own says which version this is. */
export function filesReadFor({ spec, userFiles }: CheckedModule): readonly string[] {
  const ofTheUser = [spec, ...userFiles.files.map(({ from }) => from)];
  return [
    ...ofTheUser.map((path) => resolve(path)),
    ...readTemplates(bundledTemplates).read,
    packageFile,
  ];
}

function userFilesOf(path: string, { spec, at }: LocatedSpec): Outcome<UserFiles> {
  const named = (key: "sources" | "headers" | "includeDirs") =>
    (spec.module[key] ?? []).map((text, index) => ({ text, span: at("module", key, index) }));
  return collectUserFiles({
    specFolder: dirname(path),
    sources: named("sources"),
    headers: named("headers"),
    includeDirs: named("includeDirs"),
  });
}

/** The next phase runs only on the product of one that found no error. */
function inOrder<First, Second>(
  first: Outcome<First>,
  next: (value: First) => Outcome<Second>,
): Outcome<Second> {
  if (first.value === undefined || hasErrors(first.diagnostics)) {
    return { diagnostics: first.diagnostics };
  }
  const second = next(first.value);
  return { ...second, diagnostics: [...first.diagnostics, ...second.diagnostics] };
}

/**
 * Two phases that do not need each other: the user sees the mistakes of both at once. What the
 * first finds wrong at a place is the cause of what the second finds there, which is left out.
 */
function together<First, Second, Both>(
  first: Outcome<First>,
  second: Outcome<Second>,
  combine: (first: First, second: Second) => Both,
): Outcome<Both> {
  const told = new Set(first.diagnostics.map((each) => each.span?.start));
  const further = second.diagnostics.filter((each) => !told.has(each.span?.start));
  const diagnostics: readonly Diagnostic[] = [...first.diagnostics, ...further];
  if (hasErrors(diagnostics) || first.value === undefined || second.value === undefined) {
    return { diagnostics };
  }
  return { value: combine(first.value, second.value), diagnostics };
}
