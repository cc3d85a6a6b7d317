/** `gen-bindings test`: generates, builds, and runs the emitted tests. */
import { delimiter, join, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { unprovedNames } from "../render/proofs-view.js";
import { testPlaces } from "../render/tests-view.js";
import { runTests } from "../toolchain/test-run.js";
import { type BuildableModule, buildThen } from "./build.js";
import { outputFolder } from "./output-folder.js";
import type { Task } from "./progress.js";
import type { Options, Status, Surroundings } from "./surroundings.js";

export async function test(options: Options, surroundings: Surroundings): Promise<Status> {
  const { terminal } = surroundings;
  const { outputRoot } = options;
  const summaries: string[] = [];
  const status = await buildThen(options, surroundings, (module) => {
    const run = (title: string, file: string, moduleFolder: string) =>
      testTask(
        module,
        surroundings,
        (name) => resolve(surroundings.cwd, outputFolder({ outputRoot }, name), "build"),
        `${module.module.name}: ${title}`,
        file,
        moduleFolder,
        summaries,
      );
    return [
      run("examples", "test_examples.py", module.buildFolder),
      run("GIL policies", "test_gil_policies.py", join(module.buildFolder, "probe")),
      unprovedTask(module, summaries),
    ];
  });
  for (const line of summaries) terminal.print(line);
  return status;
}

/** `buildFolderOf`: where a module of that name is built, if this program builds it. */
function testTask(
  { folder, module, tools }: BuildableModule,
  { cwd, environment }: Surroundings,
  buildFolderOf: (name: string) => string,
  title: string,
  file: string,
  moduleFolder: string,
  summaries: string[],
): Task {
  return {
    title,
    // A failed example says nothing about the GIL policies, and they are proved all the same.
    isDispensable: true,
    run: async (onLine) => {
      const testsFolder = resolve(cwd, folder, "tests");
      const imported = module.imports.flatMap((each) => each.module ?? []);
      const path = [moduleFolder, ...imported.map(buildFolderOf), environment.PYTHONPATH];
      const { value, diagnostics } = await runTests({
        python: tools.python,
        folder: testsFolder,
        args: [file, "-q", "-rfE", `--junitxml=${join(moduleFolder, `${file}.xml`)}`],
        // No __pycache__ in the output folder: what is in there is generated, or the user's.
        environment: {
          ...environment,
          PYTHONPATH: path.filter(Boolean).join(delimiter),
          PYTHONDONTWRITEBYTECODE: "1",
        },
        imported,
        onLine,
      });
      const output = value?.output ?? "";
      summaries.push(`${title}: ${/\d+ \w+.* in [\d.]+s/.exec(output)?.[0] ?? "no result"}`);
      if (diagnostics.length === 0) return [];
      return explain(module, output, diagnostics);
    },
  };
}

/** Each failed test leads back to the spec; pytest's own text comes first, once. */
function explain(
  module: BuildableModule["module"],
  output: string,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const places = testPlaces(module);
  const failed = [...output.matchAll(/^(?:FAILED|ERROR) \S*?::(\w+)/gm)].map(
    (match) => match[1] ?? "",
  );
  const known = [...new Set(failed)].map((test) =>
    diagnose("GB4009", { test }, { span: places.get(test) }),
  );
  return [...diagnostics.map((each) => ({ ...each, detail: output.trimEnd() })), ...known];
}

function unprovedTask({ module }: BuildableModule, summaries: string[]): Task {
  const unproved = unprovedNames(module);
  return {
    title: `${module.name}: unproved policies`,
    run: async () => {
      const names = unproved.join(", ");
      const list = names === "" ? "" : ` (without an example that returns): ${names}`;
      summaries.push(`${module.name}: unproved: ${unproved.length}${list}`);
      return [];
    },
  };
}
