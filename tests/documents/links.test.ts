/** Links between the documents lead to files, and to headings, that are there. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "./blocks.js";

// The pages of new projects link to what is filled in.
const pages = execFileSync("git", ["ls-files", "*.md", ":!projects"], {
  cwd: repository,
  encoding: "utf8",
})
  .trim()
  .split("\n");

const withoutBlocks = (page: string) =>
  readFileSync(join(repository, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");

/** As code hosts make them of headings; a second one of a name has a number behind it. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutBlocks(page).matchAll(/^#{1,6} (.*)$/gm)) {
    const name = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

const linksOf = (page: string) =>
  [...withoutBlocks(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

test("there are links", () => {
  expect(pages.flatMap(linksOf).length).toBeGreaterThan(200);
});

test.each(pages)("%s", (page) => {
  const dead = linksOf(page).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(repository, target))) return true;
    return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).has(anchor);
  });
  expect(dead).toEqual([]);
});
