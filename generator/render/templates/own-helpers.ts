/** The helpers that templates have beside those of Handlebars itself. */

/** How Handlebars calls a helper of a block, as far as these need it. */
interface Block {
  readonly fn: (context: unknown) => string;
}

/**
 * `{{#present presence}} … {{/present}}`: its lines are compiled where the preprocessor finds the
 * condition to hold, and always where it is "".
 */
function present(this: unknown, presence: string, block: Block): string {
  const lines = block.fn(this);
  return presence === "" ? lines : `#if ${presence}\n${lines}#endif\n`;
}

/** Each is given one value, and prints its block in the same context. */
export const OWN_BLOCK_HELPERS: ReadonlyMap<string, typeof present> = new Map([
  ["present", present],
]);
