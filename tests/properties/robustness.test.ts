/** Whatever a spec holds: no exception, every diagnostic inside the file, the same bytes each time. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { figure, timeFigure } from "./figure.js";
import { mutatedSpec } from "./mutations.js";
import { runsOf } from "./runs.js";
import { checkText, folderOfSpecs, type Json, specs, specTexts, tryOut } from "./specs.js";

const folder = folderOfSpecs();
/** So that a figure comes out the same on every machine. */
const seed = 20_240_229;
const numRuns = runsOf(1000);

/** Random bytes, also between pieces of real specs, where more of the program is reached. */
const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom(...specTexts),
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.uint8Array({ maxLength: 4 }),
    )
    .map(([text, from, length, inserted]) => {
      const whole = Buffer.from(text);
      const at = from % whole.length;
      return Buffer.concat([whole.subarray(0, at), inserted, whole.subarray(at + length)]);
    }),
  fc
    .array(fc.constantFrom('"', "{", "}", "[", "]", ",", ":", "\\", "\n", "1", "null", '"module"'))
    .map((tokens) => Buffer.from(tokens.join(""))),
);

/** How many of the given make `body` throw; the first is shown. */
async function exceptions<Given>(
  given: fc.Arbitrary<Given>,
  body: (value: Given) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (const value of fc.sample(given, { numRuns, seed })) {
    await body(value).catch((error: unknown) => {
      if (count === 0) console.log(value, error);
      count += 1;
    });
  }
  return count;
}

test("random bytes", { timeout: 3_600_000 }, async () => {
  const body = async (content: Uint8Array) => {
    const { diagnostics, files } = await tryOut(folder, content);
    if (files === undefined && diagnostics.length === 0)
      throw new Error("neither files nor a word");
  };
  figure(`random byte strings, of ${numRuns}, with an exception`, await exceptions(bytes, body), 0);
});

test("mutated specs", { timeout: 3_600_000 }, async () => {
  let right = 0;
  const body = async (root: Json) => {
    const { diagnostics, files } = await tryOut(folder, JSON.stringify(root));
    if (files !== undefined) right += 1;
    else if (diagnostics.length === 0) throw new Error("neither files nor a word");
  };
  figure(
    `mutated specs in JSON, of ${numRuns}, with an exception`,
    await exceptions(mutatedSpec, body),
    0,
  );
  // Both ways are gone: to files, and to diagnostics.
  expect(right).toBeGreaterThan(numRuns / 10);
  expect(right).toBeLessThan(numRuns * 0.9);
});

test("many functions, right and wrong", async () => {
  const specOf = (part: (index: number) => object) => ({
    module: { name: "m" },
    functions: Array.from({ length: 10_000 }, (_, index) => part(index)),
  });
  const large = [
    specOf((index) => ({ name: `f${index}`, params: [{ name: "a", type: "int" }] })),
    specOf((index) => ({ nam: `f${index}` })),
    specOf((index) => ({ name: `f${index}`, returns: `Unknwon${index}` })),
    specOf(() => ({ name: "f" })),
  ].map((spec) => JSON.stringify(spec));
  const started = performance.now();
  for (const text of large) checkText(folder, text);
  const seconds = (performance.now() - started) / 1000;
  timeFigure("checking 4 specs of 10,000 functions each", seconds, 10);
});

/** The same document with the keys of each object in another order. */
function shuffled(value: Json, random: (below: number) => number): Json {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, random));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(
    ([key, each]) => [key, shuffled(each, random)] as const,
  );
  const ordered = entries.map((entry) => ({ entry, place: random(1_000_000) }));
  return Object.fromEntries(ordered.sort((a, b) => a.place - b.place).map(({ entry }) => entry));
}

test("the order of keys, and doing it again", async () => {
  let differing = 0;
  for (const root of specs) {
    const textOf = async (spec: Json) => {
      const { files } = await tryOut(folder, JSON.stringify(spec));
      if (files === undefined) throw new Error("a spec of the repository is wrong");
      return files.map(({ path, content }) => `${path}\n${Buffer.from(content)}`).join("\n");
    };
    const text = await textOf(root);
    if (text !== (await textOf(root))) differing += 1;
    for (const random of fc.sample(fc.infiniteStream(fc.nat()), { numRuns: 3, seed })) {
      const next = (below: number) => random.next().value % below;
      if (text !== (await textOf(shuffled(root, next)))) differing += 1;
    }
  }
  figure("outputs that differ for the same spec, or for another order of its keys", differing, 0);
});
