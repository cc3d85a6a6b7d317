/** `gen-bindings check`: everything that can be known without a compiler; writes nothing. */
import { callablesOf } from "../model/model.js";
import { checkSpec, templatesOf } from "../pipeline.js";
import type { Options, Status, Surroundings } from "./surroundings.js";
import { tell } from "./tell.js";

export function check(options: Options, surroundings: Surroundings): Status {
  const templates = templatesOf(options.templates ?? []);
  const statuses = [tell(surroundings, templates.diagnostics)];
  for (const path of options.specs) {
    const { value, diagnostics } = checkSpec(path, options);
    const status = tell(surroundings, diagnostics);
    if (status === 0 && value !== undefined) {
      const count = callablesOf(value.module).length;
      surroundings.terminal.print(`${path}: fine, ${count} callable${count === 1 ? "" : "s"}`);
    }
    statuses.push(status);
  }
  return statuses.includes(1) ? 1 : 0;
}
