/** What becomes of results: printed, kept as JSON, and with --publish shown in docs/performance.md. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotGoOn, projectFolder } from "../scripts/program.mjs";

const results = join(projectFolder, ".cache", "bench", "results");
const images = join(projectFolder, "docs", "images", "bench");
const page = join(projectFolder, "docs", "performance.md");

/**
 * @param {string} name Of the JSON file, of the chart, and of the section of the page between
 *   `<!-- NAME: … -->` and `<!-- end of NAME -->`.
 * @param {{ publish: boolean, results: object, tables: readonly string[], chart?: string }} shown
 */
export function report(name, { publish, results: measured, tables, chart }) {
  for (const each of tables) console.log(`\n${each}`);
  console.log();
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(measured, undefined, 2)}\n`);
  if (chart !== undefined) writeFileSync(join(results, `${name}.svg`), chart);
  if (!publish) return;
  if (chart !== undefined) {
    mkdirSync(images, { recursive: true });
    writeFileSync(join(images, `${name}.svg`), chart);
  }
  writeFileSync(page, withSection(readFileSync(page, "utf8"), name, tables));
}

function withSection(text, name, tables) {
  const section = new RegExp(`(<!-- ${name}: [^>]*-->\n)[^]*?(<!-- end of ${name} -->)`);
  if (!section.test(text)) throw new CannotGoOn(`docs/performance.md has no section "${name}"`);
  return text.replace(section, (_all, start, end) => `${start}\n${tables.join("\n\n")}\n\n${end}`);
}
