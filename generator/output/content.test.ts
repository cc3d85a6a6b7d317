/** Contents, and the blocks that they are encoded in. */
import { describe, expect, it } from "vitest";
import { blocksOf } from "./content.js";
import { hashOf } from "./hash.js";

describe("the blocks of a content", () => {
  it("are the bytes as they are", () => {
    const bytes = Buffer.from([0, 255]);
    expect([...blocksOf(bytes)]).toEqual([bytes]);
    expect([...blocksOf("")]).toEqual([Buffer.from("")]);
  });

  it("put together are the text, though a pair of characters stands at an end", () => {
    const text = `${"a".repeat(999_999)}😀${"é".repeat(1_200_000)}`;
    const blocks = [...blocksOf(text)];
    expect(blocks.length).toBeGreaterThan(2);
    expect(Buffer.concat(blocks).equals(Buffer.from(text))).toBe(true);
    expect(hashOf(text)).toBe(hashOf(Buffer.from(text)));
  });
});
