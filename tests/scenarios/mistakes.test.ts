/**
 * Single mistakes: each has one diagnostic, and nothing is written. The tables in mistakes/ hold
 * the spec and what the user reads; UPDATE_SCENARIOS=1 writes the latter again.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/commands/generate.js";
import { check, specFile } from "../language/check.js";
import { treeOf } from "../output/folders.js";

const folder = fileURLToPath(new URL("mistakes", import.meta.url));
/** The specs that the tables import. */
const beside = treeOf(fileURLToPath(new URL("mistakes-beside", import.meta.url)));
const rewrites = process.env.UPDATE_SCENARIOS === "1";

interface Mistake {
  readonly title: string;
  readonly spec: string;
  readonly report: string;
}

/** "=== title", the spec, "---", the report. */
function readTable(path: string): readonly Mistake[] {
  return readFileSync(path, "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((entry) => {
      const [title = "", ...lines] = entry.trimEnd().split("\n");
      const [spec = "", report = ""] = lines.join("\n").split(/\n---(?:\n|$)/);
      return { title, spec, report };
    });
}

/** A table of another syntax than JSON is named after it. */
function endingOf(path: string): "json" | "yaml" | "ts" {
  if (path.endsWith("/yaml.txt")) return "yaml";
  return path.endsWith("/typescript.txt") ? "ts" : "json";
}

function writeTable(path: string, mistakes: readonly Mistake[]): void {
  const entries = mistakes.map(
    ({ title, spec }) =>
      `=== ${title}\n${spec}\n---\n${check(spec, beside, endingOf(path)).report}\n`,
  );
  writeFileSync(path, entries.join("\n"));
}

for (const file of readdirSync(folder)) {
  const path = join(folder, file);
  describe(file.replace(".txt", ""), () => {
    if (rewrites) return test("is written again", () => writeTable(path, readTable(path)));
    test.each(readTable(path))("$title", async ({ spec, report }) => {
      const { diagnostics, report: found } = check(spec, beside, endingOf(path));
      expect(found).toBe(report);
      expect(diagnostics).toHaveLength(1);
      const isWarning = diagnostics[0]?.severity === "warning";
      expect(await generated(spec, endingOf(path))).toEqual({ status: isWarning ? 0 : 1, wrote: isWarning });
    });
  });
}

/** What `gen-bindings SPEC -o OUTPUT` comes to. */
async function generated(
  spec: string,
  ending: ReturnType<typeof endingOf>,
): Promise<{ status: number; wrote: boolean }> {
  const path = specFile(spec, beside, ending);
  const output = join(dirname(path), "output");
  const terminal = { print: () => {}, printError: () => {}, isInteractive: false };
  const surroundings = { cwd: dirname(path), environment: {}, terminal };
  const status = await generate({ specs: [path], output, force: false }, surroundings);
  return { status, wrote: existsSync(output) };
}
