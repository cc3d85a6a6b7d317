/** Whatever a spec in YAML or TypeScript holds: no exception, and every diagnostic inside the file. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { convert } from "../../generator/convert/convert.js";
import { sourceText } from "../../generator/diagnostics/source-text.js";
import { loadDocument } from "../../generator/spec/load.js";
import { figure } from "./figure.js";
import { mutatedSpec, nastyTexts } from "./mutations.js";
import { runsOf } from "./runs.js";
import { checkText, expectShowable, folderOfSpecs, specTexts } from "./specs.js";

const folder = folderOfSpecs();
/** So that a figure comes out the same on every machine. */
const seed = 20_240_229;

const pick = fc.nat({ max: 1_000_000 });
const places = fc.tuple(pick, pick);

/** Words, blanks and signs, one by one. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\w+|\s+|[^\w\s]/g) ?? [];
}

/** What is put in place of one token, and how many go with it. */
const tokenChange = fc.oneof(
  places.map(([at, other]) => (all: readonly string[]) => {
    const from = all[other % all.length] ?? "";
    return all.toSpliced(at % all.length, 1, from);
  }),
  places.map(([at, count]) => (all: readonly string[]) => {
    return all.toSpliced(at % all.length, 1 + (count % 12));
  }),
  places.map(([at, count]) => (all: readonly string[]) => {
    const first = at % all.length;
    return all.toSpliced(first, 0, ...all.slice(first, first + 1 + (count % 40)));
  }),
  fc.tuple(pick, fc.constantFrom(...nastyTexts)).map(([at, text]) => (all: readonly string[]) => {
    return all.toSpliced(at % all.length, 1, text);
  }),
  fc.tuple(pick, fc.string({ unit: "binary", maxLength: 6 })).map(
    ([at, text]) =>
      (all: readonly string[]) =>
        all.toSpliced(at % all.length, 0, text),
  ),
);

/** One of these texts after one to four changes. */
function changedText(texts: readonly string[]): fc.Arbitrary<string> {
  const changes = fc.array(tokenChange, { minLength: 1, maxLength: 4 });
  return fc
    .tuple(fc.constantFrom(...texts), changes)
    .map(([text, all]) => all.reduce((tokens, each) => each(tokens), tokensOf(text)).join(""));
}

async function textsIn(syntax: "yaml" | "ts"): Promise<readonly string[]> {
  return Promise.all(
    specTexts.map((text) => {
      const source = sourceText("m.spec.json", text);
      const { value } = loadDocument(source);
      if (value === undefined) throw new Error("a spec of the repository is wrong");
      return convert(source, value, syntax);
    }),
  );
}

describe.each(["yaml", "ts"] as const)("%s", (syntax) => {
  test("changed texts", { timeout: 3_600_000 }, async () => {
    const runs = runsOf(syntax === "yaml" ? 500 : 250);
    const texts = changedText(await textsIn(syntax));
    // In YAML any document can be written; in TypeScript only what is declared.
    const documents = mutatedSpec.map((each) => stringify(each, { aliasDuplicateObjects: false }));
    const all = syntax === "yaml" ? fc.oneof(texts, documents) : texts;
    let [right, thrown] = [0, 0];
    for (const text of fc.sample(all, { numRuns: runs, seed })) {
      try {
        const { value, diagnostics } = checkText(folder, text, syntax);
        expectShowable(diagnostics);
        if (value !== undefined) right += 1;
        else if (diagnostics.length === 0) throw new Error("neither a module nor a word");
      } catch (error) {
        if (thrown === 0) console.log(text, error);
        thrown += 1;
      }
    }
    const name = syntax === "yaml" ? "YAML" : "TypeScript";
    figure(`changed texts in ${name}, of ${runs}, with an exception`, thrown, 0);
    // Both ways are gone: to modules, and to diagnostics.
    expect(right).toBeGreaterThan(runs / 50);
    expect(right).toBeLessThan(runs * 0.9);
  });
});
