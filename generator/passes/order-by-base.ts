/** Puts what is derived behind its bases, and otherwise keeps the order written. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";

export interface Derived {
  readonly span: Span;
}

/** `needs` names what must come before an item; a circle is reported at the item it is met at. */
export function orderByBase<Item extends Derived>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  needs: (item: Item) => readonly string[],
  what: string,
): { readonly ordered: readonly Item[]; readonly diagnostics: readonly Diagnostic[] } {
  const byName = new Map(items.map((each) => [nameOf(each), each]));
  const state = new Map<Item, "open" | "done">();
  const ordered: Item[] = [];
  const diagnostics: Diagnostic[] = [];

  function visit(item: Item): void {
    if (state.get(item) === "done") return;
    if (state.get(item) === "open") {
      diagnostics.push(diagnose("GB2011", { name: nameOf(item), what }, { span: item.span }));
      return;
    }
    state.set(item, "open");
    for (const name of needs(item)) {
      const needed = byName.get(name);
      if (needed !== undefined) visit(needed);
    }
    state.set(item, "done");
    ordered.push(item);
  }
  for (const item of items) visit(item);
  return { ordered, diagnostics };
}
