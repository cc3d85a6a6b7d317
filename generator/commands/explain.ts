/** `gen-bindings explain NAME|CODE`: a callable's or a class's policy, or a diagnostic. */
import { catalogue, type DiagnosticCode } from "../diagnostics/catalogue.js";
import { diagnose } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/nearest.js";
import { checkSpec } from "../pipeline.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { runPluginPasses } from "../plugins/run-passes.js";
import { explainable } from "./explainable.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

export async function explain(
  name: string,
  options: Options,
  surroundings: Surroundings,
): Promise<Status> {
  const { terminal } = surroundings;
  if (Object.hasOwn(catalogue, name)) {
    terminal.print(explainCode(name as DiagnosticCode));
    return 0;
  }
  const plugins = await loadPlugins(options.plugins ?? []);
  const { passes = [] } = plugins.value ?? {};
  const checked = options.specs.map((path) => {
    const { value, diagnostics } = checkSpec(path, options);
    const passed = value && runPluginPasses(value.module, passes);
    return { module: passed?.value, found: [...diagnostics, ...(passed?.diagnostics ?? [])] };
  });
  const found = [...plugins.diagnostics, ...checked.flatMap((each) => each.found)];
  if (tell(surroundings, found) !== 0) return 1;
  const modules = checked.flatMap(({ module }) => module ?? []);
  const all = modules.flatMap(explainable);
  const named = all.filter(({ names }) => names.includes(name));
  if (named.length === 0) {
    const near = didYouMean(
      name,
      all.flatMap(({ names }) => names),
    );
    return tell(surroundings, [diagnose("GB0003", { name, near })]);
  }
  terminal.print(named.map(({ text }) => text()).join("\n\n"));
  return 0;
}

function explainCode(code: DiagnosticCode): string {
  const { severity, title } = catalogue[code];
  return `${code} (${severity}): ${title}\n  docs/diagnostics.md has an example that is wrong, and one that is right`;
}
