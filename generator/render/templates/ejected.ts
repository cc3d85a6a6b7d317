/** Templates that were taken out of this program: a comment in the first line says of which original. */
import { createHash } from "node:crypto";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js";
import { startOf } from "../../diagnostics/source-text.js";
import { shownPath, type TemplateSet } from "./template-set.js";
import type { TemplateSource } from "./template-source.js";

const MARK = /^(?:\{\{!--|\/\/|#) ejected from gen-bindings: (\S+) ([0-9a-f]{64})(?: --\}\})?\r?\n/;

/** How a comment looks in what is copied; what has none can't say where it is from. */
const COMMENTS: Readonly<Record<string, string>> = {
  hpp: "//",
  cpp: "//",
  py: "#",
  toml: "#",
  txt: "#",
};

/** A template with the comment in front; undefined for a kind of file that has no comments. */
export function ejectedText(source: TemplateSource): string | undefined {
  const text = Buffer.from(source.bytes).toString();
  const said = `ejected from gen-bindings: ${source.path} ${fingerprint(source)}`;
  if (source.template !== undefined) return `{{!-- ${said} --}}\n${text}`;
  const comment = COMMENTS[/\.(\w+)$/.exec(source.path)?.[1] ?? ""];
  return comment === undefined ? undefined : `${comment} ${said}\n${text}`;
}

/** What an ejected template came from, and its text without the comment. */
export interface Ejected {
  /** The path of the original. */
  readonly path: string;
  readonly hash: string;
  readonly text: string;
}

function readEjected({ bytes }: TemplateSource): Ejected | undefined {
  const text = Buffer.from(bytes).toString();
  const [mark, path, hash] = MARK.exec(text) ?? [];
  if (mark === undefined || path === undefined || hash === undefined) return undefined;
  return { path, hash, text: text.slice(mark.length) };
}

/** Whether the original still is what it was. */
export function isOriginalUnchanged(
  { hash }: Ejected,
  original: TemplateSource | undefined,
): boolean {
  return original !== undefined && fingerprint(original) === hash;
}

/** The templates in use that were ejected, with their originals as they are today. */
export function ejectedTemplates(set: TemplateSet): readonly {
  readonly source: TemplateSource;
  readonly path: string;
  readonly ejected: Ejected;
  readonly original: TemplateSource | undefined;
}[] {
  return [...set.files.values(), ...set.partials.values()].flatMap((source) => {
    const ejected = source.isBuiltIn ? undefined : readEjected(source);
    if (ejected === undefined) return [];
    return [{ source, path: shownPath(source), ejected, original: originalAt(set, ejected.path) }];
  });
}

/** This program's own template of a path in its folder. */
function originalAt({ own }: TemplateSet, path: string): TemplateSource | undefined {
  return own.find((each) => each.path === path);
}

/** Copies whose originals have changed since. */
export function checkEjected(set: TemplateSet): readonly Diagnostic[] {
  return ejectedTemplates(set).flatMap(({ source, path, ejected, original }) => {
    if (isOriginalUnchanged(ejected, original)) return [];
    const span = source.template && startOf(source.template);
    return [diagnose("GB0414", { name: path }, { span })];
  });
}

function fingerprint({ bytes }: TemplateSource): string {
  return createHash("sha256").update(bytes).digest("hex");
}
