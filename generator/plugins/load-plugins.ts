/** Loads plugins: JavaScript as it is, TypeScript with its types taken out. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js";
import { hashOf } from "../output/hash.js";
import type { Plugin, PluginPass } from "./plugin.js";

/** What all plugins together add. */
export interface Plugins {
  readonly helpers: ReadonlyMap<string, (...values: readonly unknown[]) => unknown>;
  readonly passes: readonly LoadedPass[];
}

export interface LoadedPass extends PluginPass {
  /** The plugin's file. */
  readonly path: string;
}

const BUILT_IN_HELPERS = ["if", "unless", "each", "with", "lookup", "log", "present"];

const isFunction = (value: unknown) => typeof value === "function";

const helpers = z.record(
  z.string().regex(/^[A-Za-z_]\w*$/, "a helper has the name of a variable"),
  z.custom<(...values: readonly unknown[]) => unknown>(isFunction, "a helper is a function"),
);

const passes = z.array(
  z.strictObject({
    name: z.string(),
    run: z.custom<PluginPass["run"]>(isFunction, "run is a function"),
  }),
);

const exported = z.object({
  plugin: z.strictObject({ helpers: helpers.optional(), passes: passes.optional() }),
});

export async function loadPlugins(paths: readonly string[]): Promise<Outcome<Plugins>> {
  const diagnostics: Diagnostic[] = [];
  const all = new Map<string, (...values: readonly unknown[]) => unknown>();
  const run: LoadedPass[] = [];
  for (const path of paths) {
    const { value, diagnostics: found } = await loadPlugin(path);
    diagnostics.push(...found);
    for (const [name, helper] of Object.entries(value?.helpers ?? {})) {
      const isTaken = all.has(name) || BUILT_IN_HELPERS.includes(name);
      if (isTaken) diagnostics.push(refused(path, `there is a helper "${name}" already`));
      all.set(name, helper as (...values: readonly unknown[]) => unknown);
    }
    for (const each of value?.passes ?? []) run.push({ ...each, path });
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { value: { helpers: all, passes: run }, diagnostics };
}

async function loadPlugin(path: string): Promise<Outcome<Plugin>> {
  let module: unknown;
  try {
    module = await import(await importable(path));
  } catch (error) {
    return { diagnostics: [diagnose("GB0421", { path, why: oneLine(error) })] };
  }
  const parsed = exported.safeParse(module);
  if (parsed.success) return { value: parsed.data.plugin as Plugin, diagnostics: [] };
  const [issue] = parsed.error.issues;
  const place = (issue?.path ?? []).join(".");
  return { diagnostics: [refused(path, `${place}: ${issue?.message ?? "it is no plugin"}`)] };
}

function refused(path: string, why: string): Diagnostic {
  return diagnose("GB0422", { path, why });
}

/**
 * What `import` takes: a TypeScript file's text, without the types, goes into the address itself. The
 * address of JavaScript tells one text from another, as Node reads what is at an address only once.
 */
async function importable(path: string): Promise<string> {
  const text = readFileSync(path, "utf8");
  if (!/\.[cm]?ts$/.test(path)) {
    const address = pathToFileURL(resolve(path));
    address.search = hashOf(text);
    return address.href;
  }
  const { ts } = await import("ts-morph");
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const [first] = diagnostics;
  if (first !== undefined) {
    const place = first.file?.getLineAndCharacterOfPosition(first.start ?? 0);
    const where =
      place === undefined ? "" : `line ${place.line + 1}, column ${place.character + 1}: `;
    throw new SyntaxError(`${where}${ts.flattenDiagnosticMessageText(first.messageText, " ")}`);
  }
  return `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`;
}

/** What was thrown, without where in our own files. */
export function oneLine(error: unknown): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return message.split("\n")[0] ?? "";
}
