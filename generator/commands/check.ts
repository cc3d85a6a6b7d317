/** `gen-bindings check`: everything that can be known without a compiler; writes nothing. */
import { callablesOf } from "../model/model.js";
import { checkSpec, templatesOf } from "../pipeline.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { runPluginPasses } from "../plugins/run-passes.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

export async function check(options: Options, surroundings: Surroundings): Promise<Status> {
  const plugins = await loadPlugins(options.plugins ?? []);
  const { helpers = new Map(), passes = [] } = plugins.value ?? {};
  const templates = templatesOf(options.templates ?? [], helpers);
  const statuses = [tell(surroundings, [...plugins.diagnostics, ...templates.diagnostics])];
  for (const path of options.specs) {
    const { value, diagnostics } = checkSpec(path, options);
    const passed = value && runPluginPasses(value.module, passes);
    const status = tell(surroundings, [...diagnostics, ...(passed?.diagnostics ?? [])]);
    if (status === 0 && value !== undefined) {
      const count = callablesOf(value.module).length;
      surroundings.terminal.print(`${path}: fine, ${count} callable${count === 1 ? "" : "s"}`);
    }
    statuses.push(status);
  }
  return statuses.includes(1) ? 1 : 0;
}
