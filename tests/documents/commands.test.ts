/** The documents name no npm script that does not exist. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(repository, path), "utf8");

const { scripts } = JSON.parse(read("package.json"));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(repository, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** npm's own commands; `npm test` is a script of the package. */
const NPM_COMMANDS = ["install", "pack", "packages", "publish", "version"];

/** The scripts that a page has its reader run: `npm run X`, and `npm X` where X is none of npm's own. */
function scriptsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|([a-z][\w:-]*))/g)]
    .map(([, script, command]) => script ?? command ?? "")
    .filter((name) => !NPM_COMMANDS.includes(name));
}

test("a script is found in all the ways to write it", () => {
  const text =
    "`npm run a:b`, `npm test`;\n```sh\nnpm run demo   # x\nnpm install --global .\n```\n";
  expect(scriptsIn(text)).toEqual(["a:b", "test", "demo"]);
});

test.each(pages)("%s", (page) => {
  expect(scriptsIn(read(page)).filter((name) => !(name in scripts))).toEqual([]);
});

test("the pages name scripts", () => {
  expect(new Set(pages.flatMap((page) => scriptsIn(read(page)))).size).toBeGreaterThan(5);
});
