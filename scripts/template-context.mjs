/** Writes what is made of the types in generator/render/template-context.ts: the JSON description, and the page. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, runScript } from "./program.mjs";
import { contextFiles } from "./template-context/files.mjs";

await runScript(async () => {
  for (const { path, text } of contextFiles()) writeFileSync(join(projectFolder, path), text);
  return true;
});
