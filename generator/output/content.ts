/**
 * What a file holds: a text, encoded when it is written, or bytes. A generated text may have a hundred
 * megabytes, so that it is encoded block by block, and never a second time in memory.
 */
export type Content = string | Uint8Array;

/** In characters of a text. */
const BLOCK = 1_000_000;

/** The bytes of a content, in order, in one or more parts that are not kept. */
export function* blocksOf(content: Content): Iterable<Uint8Array> {
  if (typeof content !== "string") {
    yield content;
    return;
  }
  let at = 0;
  do {
    const end = endOfBlock(content, at + BLOCK);
    yield Buffer.from(content.slice(at, end));
    at = end;
  } while (at < content.length);
}

/** The characters of a pair are encoded together. */
function endOfBlock(text: string, end: number): number {
  const isInsidePair = /^[\uD800-\uDBFF]$/.test(text.charAt(end - 1));
  return Math.min(isInsidePair ? end + 1 : end, text.length);
}

export function textOf(content: Content): string {
  return typeof content === "string" ? content : Buffer.from(content).toString();
}
