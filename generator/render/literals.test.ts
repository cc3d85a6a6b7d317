/** Literals hold every text, and nothing gets out of them. */
import { describe, expect, test } from "vitest";
import { cppString, pythonString } from "./literals.js";

describe("C++ literals", () => {
  test.each([
    { text: 'a"b', literal: String.raw`"a\"b"` },
    { text: "a\\b", literal: String.raw`"a\\b"` },
    { text: "a\nb\tc\rd", literal: String.raw`"a\nb\tc\015d"` },
    { text: "\x001", literal: String.raw`"\0001"` },
    { text: "é 😀", literal: '"é 😀"' },
    { text: "??/", literal: String.raw`"?\?/"` },
    { text: "???/????", literal: String.raw`"?\?\?/?\?\?\?"` },
  ])("$text", ({ text, literal }) => {
    expect(cppString(text)).toBe(literal);
  });

  test("half a surrogate pair, which UTF-8 can't hold, becomes the replacement character", () => {
    expect(cppString("a\ud800b")).toBe('"a\ufffdb"');
  });
});

describe("Python literals", () => {
  test.each([
    { text: 'a"""b', literal: String.raw`"a\"\"\"b"` },
    { text: "a\\\nb", literal: String.raw`"a\\\nb"` },
    { text: "\x00\u007f", literal: String.raw`"\u0000\x7f"` },
    { text: "\ud800", literal: String.raw`"\ud800"` },
    { text: "\u2028", literal: '"\u2028"' },
  ])("$text", ({ text, literal }) => {
    expect(pythonString(text)).toBe(literal);
  });
});
