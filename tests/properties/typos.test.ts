/** A slip of the fingers in a key or in the name of something: what was meant is suggested. */
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { figure } from "./figure.js";
import { runsOf } from "./runs.js";
import { type Slip, shareOf, slips } from "./slips.js";
import {
  changedAt,
  checkText,
  folderOfSpecs,
  type Json,
  specs,
  valuesOf,
  type Way,
} from "./specs.js";

const folder = folderOfSpecs();

interface Printer {
  readonly syntax: string;
  readonly ending: string;
  readonly print: (spec: Json) => string;
  /** How many slips are tried with each key and name. */
  readonly count: number;
}

const json: Printer = {
  syntax: "JSON",
  ending: "json",
  print: (spec) => JSON.stringify(spec),
  count: 4,
};

const yaml: Printer = {
  syntax: "YAML",
  ending: "yaml",
  print: (spec) => stringify(spec, { aliasDuplicateObjects: false }),
  count: 1,
};

/** YAML takes minutes to read so many times: it is tried with the figures alone. */
const printers = runsOf(1) > 1 ? [json, yaml] : [json];

/** The names that a value refers to, with their places in it. */
function namesIn(way: Way, value: Json): readonly { name: string; at: number }[] {
  if (typeof value !== "string") return [];
  const key = way.findLast((each) => typeof each === "string") ?? "";
  const owner = way.at(-2);
  const isWhole = ["gil", "policy", "held", "access", "base", "bases", "onError", "dispatch"];
  if (isWhole.includes(String(key))) return [{ name: value, at: 0 }];
  const isType = key === "type" || key === "returns" || key === "callback";
  // `returns` of an example is Python.
  if (!isType || way.includes("examples") || owner === "examples") return [];
  return typeNamesIn(value);
}

/** The names of types, without `const`, and without those of a signature's parameters. */
function typeNamesIn(text: string): readonly { name: string; at: number }[] {
  return [...text.matchAll(/[A-Za-z_][\w:.]*/g)]
    .map(({ 0: name, index: at }) => ({ name, at }))
    .filter(
      ({ name, at }) =>
        name !== "const" && !/[\w>&*] +$/.test(text.slice(0, at).replace("const ", "")),
    );
}

/** The spec with a slip, in each syntax in which any document can be written. */
function slipIn(syntax: Printer, spec: Json, slip: string, meant: string): Slip {
  const found = async () => {
    const { diagnostics } = checkText(folder, syntax.print(spec), syntax.ending);
    return diagnostics.filter((each) => each.severity === "error");
  };
  return { slip, meant, found };
}

/** Each spec once for each different key and name in it: the rest is the same again. */
function distinct<Each>(all: readonly Each[], keyOf: (each: Each) => string): readonly Each[] {
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

describe.each(printers)("$syntax", (printer) => {
  const { syntax } = printer;
  test("in a key", { timeout: 3_600_000 }, async () => {
    const all = specs.flatMap((root) => {
      const objects = valuesOf(root).filter(({ value, way }) => {
        // The keys of `types` are names that the spec gives itself.
        return (
          value !== null &&
          typeof value === "object" &&
          !Array.isArray(value) &&
          way.at(-1) !== "types"
        );
      });
      const keys = objects.flatMap(({ way, value }) =>
        Object.keys(value as object).map((key) => ({ way, key })),
      );
      const kindOf = ({ way, key }: { way: Way; key: string }) =>
        `${way.filter((each) => typeof each === "string").join(".")}.${key}`;
      return distinct(keys, kindOf).flatMap(({ way, key }) =>
        slips(key, printer.count).map((slip) =>
          slipIn(printer, renamed(root, way, key, slip), slip, key),
        ),
      );
    });
    const { percent, counted } = await shareOf(all);
    expect(counted).toBeGreaterThan(500);
    figure(`slips in a key without the right suggestion, ${syntax}, percent`, percent, 5);
  });

  test("in a name", { timeout: 3_600_000 }, async () => {
    const all = specs.flatMap((root) => {
      const names = valuesOf(root).flatMap(({ way, value }) =>
        namesIn(way, value).map(({ name, at }) => ({ way, name, at, text: String(value) })),
      );
      return distinct(names, ({ name, way }) => `${way.at(-1)} ${name}`).flatMap((each) =>
        slips(each.name, printer.count).map((slip) => {
          const text =
            each.text.slice(0, each.at) + slip + each.text.slice(each.at + each.name.length);
          return slipIn(
            printer,
            changedAt(root, each.way, () => text),
            slip,
            each.name,
          );
        }),
      );
    });
    const { percent, counted } = await shareOf(all);
    expect(counted).toBeGreaterThan(300);
    figure(`slips in a name without the right suggestion, ${syntax}, percent`, percent, 5);
  });
});

function renamed(root: Json, way: Way, from: string, to: string): Json {
  return changedAt(root, way, (value) =>
    Object.fromEntries(
      Object.entries(value as object).map(([key, each]) => [key === from ? to : key, each]),
    ),
  );
}
