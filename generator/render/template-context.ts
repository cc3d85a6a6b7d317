/**
 * What templates print: the contract with those that others write. A field that is taken away, or means
 * something else, is a new `contextVersion`; a further one is not.
 */
import type { ClassPageView } from "./class-page-view.js";
import type { ModuleView } from "./module-view.js";
import type { ShardView } from "./shard-view.js";
import type { StubView } from "./stub/stub-view.js";

/** The version of the contract. */
export const contextVersion = 1;

/** What a file prints, by the placeholder in its name. */
export interface TemplateContexts {
  /** A file without a placeholder, or with `{{module}}`, which stands for the module's name. */
  readonly module: ModuleView;
  /** `{{shared_header}}`: once where there are shards; it stands for the folder of what they share. */
  readonly shared_header: ModuleView;
  /** `{{shard}}`: each shard of the module; it stands for the shard's number. */
  readonly shard: ShardView;
  /** `{{stub}}`: the module and each submodule; it stands for the path of the stub without `.pyi`. */
  readonly stub: StubView;
  /** `{{class}}`: each class; it stands for the class's name in Python, as in `Place.Kind`. */
  readonly class: ClassPageView;
}

export type { ClassPageView, ModuleView, ShardView, StubView };
