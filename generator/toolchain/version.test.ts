/** Tests of comparing version numbers. */
import { expect, test } from "vitest";
import { isAtLeast } from "./version.js";

test.each([
  ["3.20", "3.20", true],
  ["3.25.1", "3.20", true],
  ["4.0.0", "3.20", true],
  ["3.9", "3.20", false],
  ["3.19.99", "3.20", false],
  ["3", "3.20", false],
  ["3.x", "3.1", false],
  ["3.20.0-rc1", "3.20", true],
  ["3.14.0rc1", "3.8", true],
])("%s is at least %s: %s", (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
