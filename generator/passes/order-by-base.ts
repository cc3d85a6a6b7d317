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

  /** What is begun and waits for what it needs. Not recursive: a chain may be long. */
  const open: { readonly item: Item; readonly needs: Iterator<string> }[] = [];
  function begin(item: Item): void {
    if (state.get(item) === "done") return;
    if (state.get(item) === "open") {
      diagnostics.push(diagnose("GB2011", { name: nameOf(item), what }, { span: item.span }));
      return;
    }
    state.set(item, "open");
    open.push({ item, needs: needs(item).values() });
  }
  for (const first of items) {
    begin(first);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const next = last.needs.next();
      if (next.done) {
        state.set(last.item, "done");
        ordered.push(last.item);
        open.pop();
      } else {
        const needed = byName.get(next.value);
        if (needed !== undefined) begin(needed);
      }
    }
  }
  return { ordered, diagnostics };
}
