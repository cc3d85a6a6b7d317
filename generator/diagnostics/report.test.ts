/** How diagnostics read, and what of the user's text reaches the terminal. */
import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnostic.js";
import { reportText } from "./report.js";
import { sourceText } from "./source-text.js";

function at(text: string, start: number, end: number) {
  return { source: sourceText("m.spec.json", text), start, end };
}

describe("the report", () => {
  test("shows place, code, message, line, reason and way out", () => {
    const span = at('{\n  "nam": 1\n}', 4, 9);
    const found = diagnose("GB1010", { key: "nam", near: 'did you mean "name"?' }, { span });
    expect(reportText([found], false)).toBe(
      [
        'm.spec.json:2:3: error GB1010: unknown key "nam"',
        ' 2 |   "nam": 1',
        "   |   ^^^^^",
        "  reason: a key that means nothing would be ignored in silence",
        '  way out: did you mean "name"?',
      ].join("\n"),
    );
  });

  test("keeps each part on its line, and control characters from the terminal", () => {
    const span = at('{"\x1b[31m":1}', 1, 8);
    const key = "a\nm.spec.json:1:1: error GB9001: forged\x1b[31m";
    const text = reportText([diagnose("GB1010", { key, near: "" }, { span })], false);
    expect(text.split("\n")).toHaveLength(5);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
  });

  test("shows a part of a very long line and of a very long name", () => {
    const long = "x".repeat(100_000);
    const span = at(`{"${long}": 1}`, 1, long.length + 3);
    const text = reportText([diagnose("GB1010", { key: long, near: "" }, { span })], false);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(400);
  });

  test("counts what it does not show", () => {
    const found = diagnose("GB0004", {});
    expect(reportText(Array(51).fill(found), false)).toMatch(/\n\n… and 1 more$/);
  });
});
