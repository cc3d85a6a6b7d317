/** A slip of the fingers in a key or in the name of something: what was meant is suggested. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { figure } from "./figure.js";
import { changedAt, folderOfSpecs, type Json, specs, tryOut, valuesOf, type Way } from "./specs.js";

const folder = folderOfSpecs();
const seed = 20_240_229;
/** How many slips are tried with each key and name. */
const SLIPS = 4;

/** One letter left out, put in, put in place of another, or two that changed places. */
function slips(word: string, count: number): readonly string[] {
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  const place = fc.nat({ max: word.length - 1 });
  const slip = fc
    .tuple(fc.constantFrom("left out", "put in", "replaced", "swapped"), place, letter)
    .map(([kind, at, other]) => {
      const [before, here, next] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1)];
      const after = word.slice(at + 1);
      if (kind === "left out") return before + after;
      if (kind === "put in") return before + other + here + after;
      if (kind === "replaced") return before + other + after;
      return before + next + here + word.slice(at + 2);
    })
    .filter((each) => each !== word && each !== "");
  return fc.sample(slip, { numRuns: count, seed });
}

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

/** Whether the spec is refused, and what was meant is suggested. */
async function isSuggested(spec: Json, meant: string): Promise<"yes" | "no" | "another name"> {
  const { diagnostics } = await tryOut(folder, JSON.stringify(spec));
  const errors = diagnostics.filter((each) => each.severity === "error");
  // The slip made another name of the language or of the spec.
  if (errors.length === 0) return "another name";
  return errors.some(({ hint }) => hint.includes(`did you mean "${meant}"?`)) ? "yes" : "no";
}

/** Counts over all slips, and shows the first few that lead nowhere. */
async function share(
  all: readonly { spec: Json; slip: string; meant: string }[],
): Promise<{ percent: number; counted: number }> {
  let [counted, wrong] = [0, 0];
  const shown: string[] = [];
  for (const { spec, slip, meant } of all) {
    const answer = await isSuggested(spec, meant);
    if (answer === "another name") continue;
    counted += 1;
    if (answer === "yes") continue;
    wrong += 1;
    shown.push(`${slip} for ${meant}`);
  }
  if (wrong > 0) console.log(`not suggested: ${[...new Set(shown)].slice(0, 40).join(", ")}`);
  return { percent: Number(((100 * wrong) / counted).toFixed(2)), counted };
}

/** Each spec once for each different key and name in it: the rest is the same again. */
function distinct<Each>(all: readonly Each[], keyOf: (each: Each) => string): readonly Each[] {
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

test("in a key", { timeout: 600_000 }, async () => {
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
      slips(key, SLIPS).map((slip) => ({ spec: renamed(root, way, key, slip), slip, meant: key })),
    );
  });
  const { percent, counted } = await share(all);
  expect(counted).toBeGreaterThan(500);
  figure("slips in a key without the right suggestion, percent", percent, 5);
});

test("in a name", { timeout: 600_000 }, async () => {
  const all = specs.flatMap((root) => {
    const names = valuesOf(root).flatMap(({ way, value }) =>
      namesIn(way, value).map(({ name, at }) => ({ way, name, at, text: String(value) })),
    );
    return distinct(names, ({ name, way }) => `${way.at(-1)} ${name}`).flatMap((each) =>
      slips(each.name, SLIPS).map((slip) => {
        const text =
          each.text.slice(0, each.at) + slip + each.text.slice(each.at + each.name.length);
        return { spec: changedAt(root, each.way, () => text), slip, meant: each.name };
      }),
    );
  });
  const { percent, counted } = await share(all);
  expect(counted).toBeGreaterThan(300);
  figure("slips in a name without the right suggestion, percent", percent, 5);
});

function renamed(root: Json, way: Way, from: string, to: string): Json {
  return changedAt(root, way, (value) =>
    Object.fromEntries(
      Object.entries(value as object).map(([key, each]) => [key === from ? to : key, each]),
    ),
  );
}
