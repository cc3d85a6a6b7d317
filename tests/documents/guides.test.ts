/** The guides: their specs are right, or wrong as they say; their pictures are those of their specs. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../language/check.js";

const repository = new URL("../..", import.meta.url).pathname;

/** The specs of a page; `refusal` is what stands behind one that has a file name before it. */
function specsOf(page: string): readonly { spec: string; refusal?: string }[] {
  const text = readFileSync(join(repository, "docs", page), "utf8");
  const pattern = /(?:^`(\S+)`\n\n)?^```json\n([\s\S]*?)^```\n(?:\n```text\n(.*)\n```)?/gm;
  return [...text.matchAll(pattern)].map(([, file, spec = "", refusal = ""]) =>
    file === undefined ? { spec } : { spec, refusal: refusal.replace(`${file}:`, "") },
  );
}

describe.each([
  { page: "gil.md", least: 9 },
  { page: "migration.md", least: 2 },
])("docs/$page", ({ page, least }) => {
  const specs = specsOf(page);

  test("has specs", () => expect(specs.length).toBeGreaterThanOrEqual(least));

  test.each(specs)("has a spec that is right, or refused as shown: %#", ({ spec, refusal }) => {
    const found = check(spec, { "engine.hpp": "" }).diagnostics.map(
      ({ code, message, severity, span }) =>
        `${placeOf(spec, span?.start)}: ${severity} ${code}: ${message}`,
    );
    expect(found).toEqual(refusal === undefined ? [] : [refusal]);
  });
});

test("the pictures of docs/gil.md are drawn from its specs", () => {
  const script = join(repository, "scripts", "timelines.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

function placeOf(text: string, offset = 0): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}
