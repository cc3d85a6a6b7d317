/** No text of a spec gets out of the place it is printed in, nor any file out of its folder. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FormattedFile } from "../../generator/output/generated-file.js";
import { whyUnsafe } from "../../generator/output/safe-path.js";
import { checkSpec } from "../../generator/pipeline.js";
import { temporaryFolder } from "../output/folders.js";
import { figure } from "./figure.js";
import { changedAt, folderOfSpecs, specs, tryOut, valuesOf, type Way } from "./specs.js";

const folder = folderOfSpecs();

/** The word that must stand inside literals alone. */
const WORD = "HOSTILE";

/** Each breaks out of something, unless it is escaped or refused. */
const hostileTexts: readonly string[] = [
  `"); ${WORD}(); //`,
  `*/ ${WORD} /*`,
  `\n#include ${WORD}\n`,
  `"""\n${WORD}\n'''`,
  `\\" ${WORD} \\`,
  `;\${${WORD}})`,
  `a\n${WORD}`,
  `(${WORD}`,
  `../${WORD}`,
  `\0${WORD}\ud800`,
];

/** How many texts are tried in one place: there are many places of each kind. */
const TEXTS_IN_A_PLACE = 2;
let tried = 0;
function nextTexts(): readonly string[] {
  return Array.from(
    { length: TEXTS_IN_A_PLACE },
    () => hostileTexts[tried++ % hostileTexts.length] ?? "",
  );
}

/** C++ of the user's own, and lines of a stub, which are emitted as they stand. */
function isOwnCode(way: Way): boolean {
  const key = way.findLast((each) => typeof each === "string");
  const isType = way[0] === "types";
  // Of a virtual method, "default" is the name of a function.
  if (key === "default") return way.includes("params");
  if (key === "stub") return way.includes("code");
  const code = [
    ...["when", "release", "acquire", "factory", "get", "set", "value"],
    ...["expression", "message", "length", "begin", "end", "translator", "extractor"],
    ...["initArgs", "getState", "setState"],
  ];
  return code.includes(String(key)) || (key === "cpp" && !isType);
}

const PYTHON_LITERALS =
  /"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

const LITERALS: Readonly<Record<string, RegExp>> = {
  cpp: /"(?:[^"\\\n]|\\.)*"/g,
  py: PYTHON_LITERALS,
  pyi: PYTHON_LITERALS,
};

/** The generated files in which the word stands outside of literals. */
function escapes(files: readonly FormattedFile[]): readonly string[] {
  const found = files.filter(({ path, content, copiedFrom }) => {
    if (copiedFrom !== undefined) return false;
    const literals = LITERALS[path.split(".").at(-1) ?? ""];
    const text = Buffer.from(content).toString();
    return (literals === undefined ? text : text.replace(literals, "")).includes(WORD);
  });
  return found.map(({ path }) => path);
}

test("in every place of every spec", { timeout: 1_200_000 }, async () => {
  const kinds = new Set<string>();
  let escaped = 0;
  let outside = 0;
  let printed = 0;
  for (const root of specs) {
    const places = valuesOf(root).filter(
      ({ value, way }) => typeof value === "string" && !isOwnCode(way),
    );
    for (const { way } of places) {
      for (const text of nextTexts()) {
        const { files = [] } = await tryOut(
          folder,
          JSON.stringify(changedAt(root, way, () => text)),
        );
        if (files.length > 0) printed += 1;
        const found = escapes(files);
        const kind = String(way.findLast((each) => typeof each === "string"));
        if (found.length > 0 && !kinds.has(kind)) console.log(way, text, found);
        if (found.length > 0) kinds.add(kind);
        escaped += found.length;
        outside += files.filter(({ path }) => whyUnsafe(path) !== undefined).length;
      }
    }
  }
  figure("generated files that a text of the spec broke out into", escaped, 0);
  figure("generated files outside their folder", outside, 0);
  // Docs and examples hold any text at all.
  expect(printed).toBeGreaterThan(500);
});

describe("a folder whose name CMake would read", () => {
  test.each(["a;b", `\${${WORD}}`, 'a"b', "a\\b"])("%j is refused", (name) => {
    const above = temporaryFolder();
    mkdirSync(join(above, name));
    mkdirSync(join(above, "src"));
    writeFileSync(join(above, "src", "m.cpp"), "");
    const path = join(above, name, "m.spec.json");
    const module = { name: "m", sources: ["../src/m.cpp"] };
    writeFileSync(path, JSON.stringify({ module }));
    expect(checkSpec(path).diagnostics.map(({ code }) => code)).toEqual(["GB2009"]);
  });
});
