/**
 * Draws the pictures of docs/gil.md, each from the spec that stands before it: `npm run docs:timelines`.
 *
 *   ![…](images/gil/compute.svg)             a call of compute from Python
 *   ![…](images/gil/Shape.area.override.svg) a call of C++ to Shape.area, which Python may override
 *
 * With --check nothing is written; exit status 1 where a picture is missing, stale or not shown.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CannotGoOn, projectFolder, runScript } from "./program.mjs";
import { compileSources } from "./setup/compiled-sources.mjs";
import { drawing } from "./timelines/drawing.mjs";

const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const page = join(projectFolder, "docs", "gil.md");
const images = join(projectFolder, "docs", "images", "gil");

await runScript(async () => {
  await compileSources(() => {});
  const drawn = await drawAll(readFileSync(page, "utf8"));
  const shown = readdirSync(images);
  const stale = [...drawn].filter(
    ([name, text]) => !shown.includes(name) || readFileSync(join(images, name), "utf8") !== text,
  );
  const unused = shown.filter((name) => !drawn.has(name));
  if (!options.check) {
    mkdirSync(images, { recursive: true });
    for (const [name, text] of stale) writeFileSync(join(images, name), text);
    for (const name of unused) rmSync(join(images, name));
    return true;
  }
  for (const [name] of stale) console.error(`docs/images/gil/${name} is not as docs/gil.md has it`);
  for (const name of unused) console.error(`docs/images/gil/${name} is not shown in docs/gil.md`);
  return stale.length + unused.length === 0;
});

/** The pictures of the page, by file name. */
async function drawAll(text) {
  const { checkSpec } = await import("../dist/pipeline.js");
  const { callablesOf } = await import("../dist/model/model.js");
  const { overrideTimelineOf, timelineOf } = await import("../dist/commands/timeline.js");
  const folder = mkdtempSync(join(tmpdir(), "gen-bindings-timelines-"));
  const pictures = new Map();
  let module;
  try {
    for (const match of text.matchAll(/```json\n([\s\S]*?)```|\(images\/gil\/(.*?)\.svg\)/g)) {
      const [, spec, name] = match;
      if (spec !== undefined) {
        const file = join(folder, "guide.spec.json");
        writeFileSync(file, spec);
        module = checkSpec(file).value?.module;
      } else {
        const id = name.replace(/\.override$/, "");
        const callable = module && callablesOf(module).find((each) => each.id === id);
        if (callable === undefined)
          throw new CannotGoOn(`docs/gil.md: no spec before ${name}.svg has ${id}`);
        const isOverride = name !== id;
        const moments = isOverride ? overrideTimelineOf(callable) : timelineOf(callable);
        const title = isOverride ? `C++ calls ${id}` : `Python calls ${id}`;
        pictures.set(`${name}.svg`, drawing(title, moments));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return pictures;
}
