/** How the conditions of entries relate: what follows from what, and what never holds. */
import { expect, test } from "vitest";
import { sourceText } from "../diagnostics/source-text.js";
import { parseCondition } from "../passes/lower-presence.js";
import {
  isPossible,
  notImplied,
  type Presences,
  type Requirement,
  requirementsOf,
  requirementsText,
} from "./presence.js";

const span = { source: sourceText("m.json", ""), start: 0, end: 0 };

/** "since V >= 5, until V >= 7" */
function requirements(text: string): readonly Requirement[] {
  if (text === "") return [];
  return text.split(", ").map((each): Requirement => {
    const [key = "", ...words] = each.split(" ");
    const parsed = parseCondition(words.join(" "));
    if (typeof parsed === "string") throw new Error(parsed);
    return {
      ...parsed,
      key: key === "since" ? "since" : "until",
      logicalPath: "m/functions/f",
      span,
    };
  });
}

test.each([
  ["since V >= 5", "since V >= 5"],
  ["since V >= 6", "since V >= 5"],
  ["since V > 4", "since V >= 5"],
  ["since V == 7", "since V >= 5"],
  ["until V >= 5", "since V < 5"],
  ["since V >= 5, until V >= 7", "since V != 7"],
  ["since V >= 0x10", "since V > 15"],
  ["since X", "since X"],
  ["since V >= 5", "since V"],
  ["since X, since V >= 5", "since V >= 5"],
  ["since V >= 5, until V >= 6", "since V == 5"],
  ["since V >= 5", ""],
])("from %s follows %s", (known, needed) => {
  expect(notImplied(requirements(known), requirements(needed))).toEqual([]);
});

test.each([
  ["", "since V >= 5"],
  ["since V >= 4", "since V >= 5"],
  ["until V >= 5", "since V >= 5"],
  ["since V", "since V >= 5"],
  ["since X", "since V >= 5"],
  ["until X", "since X"],
  ["since V != 5", "since V >= 5"],
])("from %s does not follow %s", (known, needed) => {
  expect(requirementsText(notImplied(requirements(known), requirements(needed)))).toBe(needed);
});

test.each([
  ["since V >= 5, until V >= 6", true],
  ["since V >= 5, until V >= 5", false],
  ["since V > 4, until V > 3", false],
  ["since V >= 9223372036854775806, until V >= 9223372036854775807", true],
  ["until V, since V >= 5", false],
])("%s is possible: %s", (text, expected) => {
  expect(isPossible(requirements(text))).toBe(expected);
});

test("an entry asks for what all around it ask for, and nothing beside it does", () => {
  const presences: Presences = new Map([
    ["m/classes/A", requirements("since V >= 2")],
    ["m/classes/A/methods/f#2", requirements("until V >= 4")],
    ["m/classes/AB", requirements("since X")],
  ]);
  const textOf = (path: string) => requirementsText(requirementsOf(presences, path));
  expect(textOf("m/classes/A/methods/f#2")).toBe("since V >= 2, until V >= 4");
  expect(textOf("m/classes/A/methods/f")).toBe("since V >= 2");
  expect(textOf("m/classes/A/methods/f#2/gil")).toBe("since V >= 2, until V >= 4");
  expect(textOf("m/functions/f")).toBe("");
});
