/** A slip of the fingers in a spec in TypeScript: in a tag, a key or the name of a type. */
import { expect, test } from "vitest";
import { convert } from "../../generator/convert/convert.js";
import { sourceText } from "../../generator/diagnostics/source-text.js";
import { loadDocument } from "../../generator/spec/load.js";
import { figure } from "./figure.js";
import { runsOf } from "./runs.js";
import { type Slip, shareOf, slips } from "./slips.js";
import { checkText, folderOfSpecs, specTexts } from "./specs.js";

const folder = folderOfSpecs();

async function typeScriptOf(text: string): Promise<string> {
  const { value } = loadDocument(sourceText("m.spec.json", text));
  if (value === undefined) throw new Error("a spec of the repository is wrong");
  return convert(sourceText("m.spec.json", text), value, "ts");
}

/** Where a word stands that the language knows, by what stands around it: one place for each word. */
function placesOf(
  text: string,
  pattern: RegExp,
): readonly { word: string; at: number; meant: string }[] {
  const found = [...text.matchAll(pattern)].map((match) => {
    const { word = "", before = "" } = match.groups ?? {};
    // As the tag is called, or as C++ writes the type.
    const meant = before.replace("std.", "std::") + word;
    return [meant, { word, meant, at: match.index + match[0].lastIndexOf(word) }] as const;
  });
  return [...new Map(found).values()];
}

function slipsIn(text: string, pattern: RegExp, count: number): readonly Slip[] {
  return placesOf(text, pattern).flatMap(({ word, meant, at }) =>
    slips(word, count).map((slip) => ({
      slip,
      meant,
      found: async () => {
        const slipped = text.slice(0, at) + slip + text.slice(at + word.length);
        return checkText(folder, slipped, "ts").diagnostics;
      },
    })),
  );
}

test.each([
  ["tag", /(?:\* |\/\*\* )(?<before>@)(?<word>\w{3,})/g, 40],
  // Of the literals that say what no declaration can.
  ["key", /^ +(?<word>\w{3,}): /gm, 40],
  ["name of a type", /(?:<|: |\| )(?<before>std\.)?(?<word>[A-Za-z]\w{2,})(?=[;,)>[\n])/g, 40],
])("in a %s", { timeout: 3_600_000 }, async (what, pattern, least) => {
  const texts = await Promise.all(specTexts.map(typeScriptOf));
  const count = Math.min(runsOf(1), 4);
  const all = texts.flatMap((text) => slipsIn(text, pattern, count));
  const { percent, counted } = await shareOf(all);
  expect(counted).toBeGreaterThan(least);
  figure(`slips in a ${what} without the right suggestion, TypeScript, percent`, percent, 5);
});
