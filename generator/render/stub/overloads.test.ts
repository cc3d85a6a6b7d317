/** Which overloads a stub shows, and where a checker's complaint is known and meant. */
import { expect, test } from "vitest";
import { overloadsOf, type StubFunction } from "./overloads.js";

const bases = new Map([[".Square", [".Shape"]]]);

/** "x: builtins.int, y: builtins.str = 1 -> builtins.int" */
function overload(text: string): StubFunction {
  const [parameters = "", result = ""] = text.split(" -> ");
  return {
    name: "f",
    isStatic: false,
    receiver: [],
    positional: 0,
    parameters: parameters.split(", ").map((each) => {
      const [name = "", annotation = "", value] = each.split(/: | = /);
      return { name, annotation, ...(value !== undefined && { default: value }) };
    }),
    result,
    doc: "",
    presence: "",
  };
}

test.each([
  {
    title: "an int after a float is never reached",
    given: ["x: builtins.float -> builtins.int", "x: builtins.int -> builtins.str"],
    shown: ["builtins.int"],
  },
  {
    title: "but by another keyword it is",
    given: ["x: builtins.float -> builtins.int", "y: builtins.int -> builtins.int"],
    shown: ["builtins.int", "builtins.int"],
  },
  {
    title: "a derived class after its base is never reached",
    given: ["x: .Shape -> None", "x: .Square -> None"],
    shown: ["None"],
  },
  {
    title: "of two types of which nothing is known, either may run",
    given: ["x: typing.Any -> builtins.int", "x: typing.Any -> builtins.str"],
    shown: ["builtins.int | builtins.str"],
  },
  {
    title: "an int before a float has its own result, and that is meant",
    given: ["x: builtins.int -> builtins.int", "x: builtins.float -> builtins.str"],
    shown: ["builtins.int!", "builtins.str"],
  },
  {
    title: "with one result, overlapping harms nobody",
    given: ["x: builtins.int -> None", "x: builtins.float -> None"],
    shown: ["None", "None"],
  },
  {
    title: "a default makes two of different length overlap",
    given: [
      "x: builtins.int -> builtins.int",
      "x: builtins.int, y: builtins.int = 1 -> builtins.str",
    ],
    shown: ["builtins.int!", "builtins.str"],
  },
  {
    title: "a needed parameter more keeps them apart",
    given: ["x: builtins.int -> builtins.int", "x: builtins.int, y: builtins.int -> builtins.str"],
    shown: ["builtins.int", "builtins.str"],
  },
  {
    title: "both take None",
    given: ["x: .Shape | None -> builtins.int", "x: builtins.str | None -> builtins.str"],
    shown: ["builtins.int!", "builtins.str"],
  },
  {
    title: "a type of another module may be anything",
    given: ["x: builtins.str -> builtins.int", "x: numpy.ndarray -> builtins.str"],
    shown: ["builtins.int!", "builtins.str"],
  },
])("$title", ({ given, shown }) => {
  const overloads = overloadsOf(given.map(overload), bases);
  expect(
    overloads.map(({ result, ignored }) => `${result}${ignored.length > 0 ? "!" : ""}`),
  ).toEqual(shown);
});

test.each([
  { given: ["since V >= 5", "until V >= 5"], shown: "since V >= 5, or until V >= 5" },
  { given: ["since V >= 5", ""], shown: "" },
  { given: ["", "since V >= 5"], shown: "" },
  { given: ["since V >= 5", "since V >= 5"], shown: "since V >= 5" },
])("one signature of $given is there $shown", ({ given, shown }) => {
  const all = given.map((presence, index) => ({
    ...overload(`x: builtins.int -> builtins.${index === 0 ? "int" : "str"}`),
    presence,
  }));
  const [only, ...others] = overloadsOf(all, bases);
  expect(others).toEqual([]);
  expect(only?.presence).toBe(shown);
  // The one that is there is called, and the other's result is not to be seen.
  expect(only?.result).toBe(given[0] === "" ? "builtins.int" : "builtins.int | builtins.str");
});
