/** Bytes to text: where the first byte that is not UTF-8 is found. */
import { describe, expect, test } from "vitest";
import { decode } from "./read-source.js";

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((each) => Buffer.from(typeof each === "string" ? each : [each])));

describe("a byte that is not UTF-8", () => {
  test.each([
    { name: "at the start", given: bytes(0xff, "{}"), start: 0, byte: "ff" },
    { name: "behind a letter of two bytes", given: bytes('{"é', 0xe9), start: 3, byte: "e9" },
    { name: "behind a byte order mark", given: bytes("\ufeff{", 0xff), start: 1, byte: "ff" },
    { name: "behind a replacement character", given: bytes("\ufffd", 0xff), start: 1, byte: "ff" },
    { name: "in a sequence that breaks off", given: bytes("{", 0xe2, 0x82), start: 1, byte: "e2" },
    { name: "that is half a surrogate", given: bytes("{", 0xed, 0xa0, 0x80), start: 1, byte: "ed" },
  ])("$name", ({ given, start, byte }) => {
    const [found] = decode("m.spec.json", given).diagnostics;
    expect(found?.code).toBe("GB1002");
    expect(found?.span?.start).toBe(start);
    expect(found?.message).toContain(`0x${byte}`);
  });

  test("a byte order mark is no part of the text", () => {
    expect(decode("m.spec.json", bytes("\ufeff{}")).value).toMatchObject({
      text: "{}",
      isMarked: true,
    });
    expect(decode("m.spec.json", bytes("{}")).value?.isMarked).toBeFalsy();
  });
});
