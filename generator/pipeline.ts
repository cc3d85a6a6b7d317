/** The whole way from a spec to the files of its output folder, on one screen. */
import * as nodeFileSystem from "node:fs";
import { dirname, resolve } from "node:path";
import { hasErrors, type Outcome } from "./diagnostics/diagnostic.js";
import { invariant } from "./diagnostics/invariant.js";
import { inOrder, together } from "./diagnostics/outcome.js";
import { sourceText } from "./diagnostics/source-text.js";
import { type ImportedFile, importsOf } from "./imports.js";
import { migrate } from "./migrate/migrate.js";
import type { Dispatch } from "./model/callable.js";
import { parseCMakeTarget } from "./model/cmake-target.js";
import type { Module } from "./model/model.js";
import { checkStubCode } from "./output/check-stub-code.js";
import { formatFiles } from "./output/format.js";
import type { FormattedFile, GeneratedFile } from "./output/generated-file.js";
import { packageFile, templatesFolder } from "./package-files.js";
import { checkCMakeTarget } from "./passes/check-cmake-target.js";
import { runPasses } from "./passes/index.js";
import {
  loadTemplates,
  readTemplates,
  render,
  type TemplateSet,
  type Templates,
} from "./render/index.js";
import { jsonSchema } from "./spec/json-schema.js";
import { loadDocument } from "./spec/load.js";
import { observed } from "./spec/observed-files.js";
import { readSource } from "./spec/read-source.js";
import { NEWEST_VERSION } from "./spec/schema/spec-version.js";
import type { Syntax } from "./spec/syntax.js";
import { collectUserFiles } from "./spec/user-files.js";
import { type LocatedSpec, validate, validateImported } from "./spec/validate.js";
import { generatorVersion } from "./version.js";

/** A checked module, and the user's files that belong to it. */
export interface CheckedModule {
  /** The path of the spec. */
  readonly spec: string;
  /** The paths of the specs that it imports, and of those that they import. */
  readonly imports: readonly string[];
  readonly module: Module;
  readonly userFiles: UserFiles;
}

type UserFiles = NonNullable<ReturnType<typeof collectUserFiles>["value"]>;

/** How a spec is checked. */
export interface Checking {
  /** The dispatch that holds where no spec says it. */
  readonly dispatch?: Dispatch | undefined;
  /** The description of a CMake target, which the spec has to agree with. */
  readonly cmakeTarget?: string | undefined;
  /** Told the path of each file that is looked for, whether or not it is there. */
  readonly look?: ((path: string) => void) | undefined;
}

/** From the path of a spec to its checked module: what `check` does, and every other command first. */
export function checkSpec(
  path: string,
  { dispatch = "fast", cmakeTarget, look = () => {} }: Checking = {},
): Outcome<CheckedModule> {
  look(path);
  return inOrder(readSource(path), (source) =>
    inOrder(loadDocument(source), (document) =>
      inOrder(validate(document), (located) =>
        inOrder(importsOf(located, path, look), ({ direct, files }) =>
          inOrder(
            together(
              runPasses(located, dispatch, direct),
              userFilesOf({ path, located }, files, look),
              (module, userFiles) => ({
                spec: path,
                imports: files.map((each) => each.path),
                module,
                userFiles,
              }),
            ),
            (checked) => agreeing(checked, located, cmakeTarget),
          ),
        ),
      ),
    ),
  );
}

/** The module, unless the CMake target that is made of it is made of something else. */
function agreeing(
  checked: CheckedModule,
  located: LocatedSpec,
  description: string | undefined,
): Outcome<CheckedModule> {
  if (description === undefined) return { value: checked, diagnostics: [] };
  return inOrder(readSource(description), ({ text }) => {
    const target = parseCMakeTarget(text);
    const diagnostics = checkCMakeTarget(located, checked.module, checked.spec, target);
    return hasErrors(diagnostics) ? { diagnostics } : { value: checked, diagnostics };
  });
}

/** The JSON Schema of the language, as an object. */
export function languageSchema(): object {
  return jsonSchema();
}

/** A spec in another syntax, with its comments where there is a place for them. */
export async function convertSpec(path: string, to: Syntax): Promise<Outcome<string>> {
  const read = inOrder(readSource(path), (source) =>
    inOrder(loadDocument(source), (document) => {
      const { value, diagnostics } = validateImported(document);
      return value === undefined ? { diagnostics } : { value: { source, document }, diagnostics };
    }),
  );
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const { source, document } = read.value;
  const { convert } = await import("./convert/convert.js");
  return { value: await convert(source, document, to), diagnostics: read.diagnostics };
}

/** The text of a file as it is, and as it would be in the newest version of the language. */
export interface MigratedSpec {
  readonly before: string;
  readonly after: string;
  readonly version: number;
}

/** A spec in the newest version of the language, whatever version it is written for. */
export function migrateSpec(path: string): Outcome<MigratedSpec> {
  return inOrder(readSource(path), (source) =>
    inOrder(migrate(source), (text) =>
      inOrder(loadDocument(sourceText(path, text)), (document) => {
        const { value, diagnostics } = validate(document);
        if (value === undefined) return { diagnostics };
        const mark = source.isMarked ? "\ufeff" : "";
        const [before, after] = [`${mark}${source.text}`, `${mark}${text}`];
        const migrated = { before, after, version: NEWEST_VERSION };
        return { value: migrated, diagnostics };
      }),
    ),
  );
}

/** The templates of this program, and over them those of the user's folders, the last one uppermost. */
export function templatesOf(
  overlays: readonly string[],
  helpers: Templates["helpers"] = new Map(),
): Outcome<Templates> {
  return loadTemplates(templatesFolder, overlays, helpers);
}

/** As `templatesOf`, to be looked at: not checked. */
export function templateSetOf(overlays: readonly string[]): Outcome<TemplateSet> {
  return readTemplates(templatesFolder, overlays);
}

/** How a module is written down. */
export interface Layout {
  /** The number of translation units that its declarations go to; one if absent. */
  readonly shards?: number | undefined;
  /** This program's own alone if absent. */
  readonly templates?: Templates | undefined;
}

/** From a checked module to the files of its output folder; `folder` is where an earlier run put them. */
export async function generateFiles(
  { module, userFiles }: CheckedModule,
  folder: string,
  { shards = 1, templates = ownTemplates() }: Layout = {},
): Promise<Outcome<readonly FormattedFile[]>> {
  const unreadable = await checkStubCode(module.code);
  if (unreadable.length > 0) return { diagnostics: unreadable };
  const facts = {
    generator: generatorVersion,
    sources: userFiles.sources,
    includeDirs: userFiles.includeDirs,
    shards,
  };
  const copies = userFiles.files.map(
    ({ path, content, from }): GeneratedFile => ({ path, content, copiedFrom: from }),
  );
  const printed = render(module, templates, facts);
  if (printed.value === undefined) return { diagnostics: printed.diagnostics };
  return formatFiles([...printed.value, ...copies], folder);
}

function ownTemplates(): Templates {
  const { value } = templatesOf([]);
  invariant(value !== undefined, "the templates of this program can't be read");
  return value;
}

/** Every file that the output depends on, absolute; the package's own says which version this is. */
export function filesReadFor(
  { spec, imports, userFiles }: CheckedModule,
  { set }: Templates,
): readonly string[] {
  const read = [spec, ...imports, ...userFiles.files.map(({ from }) => from), ...set.read];
  return [...read.map((path) => resolve(path)), packageFile];
}

/** A spec, and where it is. */
type SpecFile = Pick<ImportedFile, "path" | "located">;

/** Its own files, and the headers of what it imports. */
function userFilesOf(
  spec: SpecFile,
  imported: readonly SpecFile[],
  look: (path: string) => void,
): Outcome<UserFiles> {
  const named = ({ located }: SpecFile, key: "sources" | "headers" | "includeDirs") =>
    (located.spec.module[key] ?? []).map((text, index) => ({
      text,
      span: located.at("module", key, index),
    }));
  const headersOf = (each: SpecFile) => ({
    specFolder: dirname(each.path),
    headers: named(each, "headers"),
    includeDirs: named(each, "includeDirs"),
  });
  return collectUserFiles({
    ...headersOf(spec),
    sources: named(spec, "sources"),
    imported: imported.map(headersOf),
    fileSystem: observed(nodeFileSystem, look),
  });
}
