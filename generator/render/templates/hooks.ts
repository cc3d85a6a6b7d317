/** Hooks: partials that are empty, for others to fill. */
import type { TemplateSet } from "./template-set.js";

/** The folder of hooks among the partials. */
export const HOOKS = "hooks/";

/** The names of all hooks, without their folder. */
export function hookNames({ partials }: TemplateSet): readonly string[] {
  return [...partials.keys()]
    .filter((name) => name.startsWith(HOOKS))
    .map((name) => name.slice(HOOKS.length));
}

/** By name, whether a hook holds more than comments: what templates ask for as `@hooks`. */
export function filledHooks(set: TemplateSet): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    hookNames(set).map((name) => {
      const text = set.partials.get(HOOKS + name)?.template?.text ?? "";
      return [name, text.replace(COMMENT, "").trim() !== ""];
    }),
  );
}

const COMMENT = /\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![\s\S]*?\}\}/g;
