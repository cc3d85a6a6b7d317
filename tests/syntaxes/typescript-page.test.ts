/** The page of specs in TypeScript: each key of the language has a form there. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { constructs } from "../documents/constructs.js";

const page = readFileSync(new URL("../../docs/typescript.md", import.meta.url), "utf8");

/** The keys in the first column of the table below a heading. */
function keysBelow(heading: string): readonly string[] {
  const section = page.split(`\n### ${heading}\n`)[1]?.split("\n#")[0] ?? "";
  const cells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = ""]) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([$\w]+)`/g)].map(([, key = ""]) => key));
}

test.each(Object.keys(constructs))("%s: each key once, and no other", (heading) => {
  const keys = Object.keys(constructs[heading] ?? {});
  expect(keysBelow(heading).toSorted()).toEqual(keys.toSorted());
});
