/** Runs the passes of plugins over a checked module. */
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import type { Module } from "../model/model.js";
import { type LoadedPass, oneLine } from "./load-plugins.js";
import type { Draft } from "./plugin.js";

/** The module as the passes leave it; the one given is not touched. */
export function runPluginPasses(module: Module, passes: readonly LoadedPass[]): Outcome<Module> {
  if (passes.length === 0) return { value: module, diagnostics: [] };
  const draft = structuredClone(module) as Draft<Module>;
  for (const { name, path, run } of passes) {
    try {
      run(draft);
    } catch (error) {
      return { diagnostics: [diagnose("GB0423", { path, name, why: oneLine(error) })] };
    }
  }
  return { value: draft, diagnostics: [] };
}
