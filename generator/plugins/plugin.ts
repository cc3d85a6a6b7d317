/** What a plugin is: a module that exports `plugin`, with helpers for templates and passes over the model. */
import type { Module } from "../model/model.js";

export interface Plugin {
  /** Helpers of Handlebars by name: `{{shout name}}` calls `shout`. */
  readonly helpers?: Readonly<Record<string, Helper>>;
  /** Run in this order, when all of this program's own passes have run. */
  readonly passes?: readonly PluginPass[];
}

/** Called with what the template gives, and Handlebars' options behind it; what it returns is printed. */
export type Helper = (this: unknown, ...values: never[]) => unknown;

export interface PluginPass {
  /** For messages: "mark what is deprecated". */
  readonly name: string;
  /** Changes the model in place: it is a copy of its own. */
  readonly run: (module: Draft<Module>) => void;
}

/** The same data, to be changed. */
export type Draft<Data> = Data extends readonly (infer Item)[]
  ? Draft<Item>[]
  : Data extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Draft<Value>>
    : Data extends object
      ? { -readonly [Key in keyof Data]: Draft<Data[Key]> }
      : Data;

export type { Module };
