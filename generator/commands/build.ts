/** `gen-bindings build`: generates, then lets CMake configure and compile. */
import { resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import { sourceMap } from "../render/source-map.js";
import { compile } from "../toolchain/compile.js";
import type { CompilerMessage } from "../toolchain/compiler-messages.js";
import { configure } from "../toolchain/configure.js";
import { findTools, type Tools } from "../toolchain/tools.js";
import { generateAll, type WrittenModule } from "./generate.js";
import { runTasks, type Task } from "./progress.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

/** A module that CMake can build, and the tools for it. */
export interface BuildableModule extends WrittenModule {
  readonly buildFolder: string;
  readonly tools: Tools;
}

export async function build(options: Options, surroundings: Surroundings): Promise<Status> {
  return buildThen(options, surroundings, () => []);
}

/** Generates and builds every spec, followed by what `further` does with each module. */
export async function buildThen(
  options: Options,
  surroundings: Surroundings,
  further: (module: BuildableModule) => readonly Task[],
): Promise<Status> {
  const { cwd, environment, terminal } = surroundings;
  const generated = await generateAll(options, terminal.print);
  const status = tell(surroundings, generated.diagnostics);
  if (generated.value === undefined || status !== 0) return 1;
  const tools = await findTools({ requested: options.python, environment, cwd });
  if (tools.value === undefined) return tell(surroundings, tools.diagnostics);

  const { passed } = options.round ?? {};
  for (const written of importedFirst(generated.value)) {
    // What was tested with another Python was not tested.
    const tested = JSON.stringify([written.folder, options.python]);
    if (written.isUnchanged && passed?.has(tested)) continue;
    passed?.delete(tested);
    const module: BuildableModule = {
      ...written,
      buildFolder: resolve(cwd, written.folder, "build"),
      tools: tools.value,
    };
    const tasks = [configureTask(module, cwd), compileTask(module), ...further(module)];
    const found = await runTasks(terminal, tasks);
    if (tell(surroundings, found) !== 0) return 1;
    passed?.add(tested);
  }
  return 0;
}

/** The tests of a module need those that it imports. */
function importedFirst(all: readonly WrittenModule[]): readonly WrittenModule[] {
  const named = new Map(all.map((each) => [each.module.name, each]));
  const needed = ({ module }: WrittenModule) =>
    module.imports.flatMap((each) => named.get(each.module ?? "") ?? []);
  // What an imported module imports itself stands before it.
  return [...new Set(all.flatMap((each) => [...needed(each), each]))];
}

function configureTask({ tools, folder, buildFolder, module }: BuildableModule, cwd: string): Task {
  return {
    title: `${module.name}: configure`,
    run: async (onLine) => {
      const sourceFolder = resolve(cwd, folder);
      return (await configure({ tools, sourceFolder, buildFolder, onLine })).diagnostics;
    },
  };
}

function compileTask({ tools, buildFolder, module }: BuildableModule): Task {
  return {
    title: `${module.name}: compile`,
    run: async (onLine) => {
      const { value, diagnostics } = await compile({ tools, buildFolder, onLine });
      if (diagnostics.length === 0 || value === undefined) return diagnostics;
      const refused = value.messages.groups.filter((each) => each.severity === "error");
      const places = sourceMap(module);
      const paths = [...new Set(refused.map((each) => each.logicalPath))];
      if (paths.length > 0) {
        return paths.map((path) =>
          refusal(
            path,
            refused.filter((each) => each.logicalPath === path),
            places,
          ),
        );
      }
      return diagnostics.map((each) => ({ ...each, detail: value.output.trimEnd() }));
    },
  };
}

/** The spec line first, the compiler's own text behind it: its first message, and what followed. */
function refusal(
  path: string,
  messages: readonly CompilerMessage[],
  places: ReturnType<typeof sourceMap>,
): Diagnostic {
  // The module is compiled twice, with and without probe: each message is shown once.
  const texts = [...new Set(messages.map((each) => each.text))];
  const said = /(?:error: |(?=undefined reference)).*/.exec(texts[0] ?? "")?.[0] ?? "see below";
  return diagnose(
    "GB4008",
    { path, said: said.replace(/^error: /, "") },
    { span: places.get(path), detail: texts.join("\n") },
  );
}
