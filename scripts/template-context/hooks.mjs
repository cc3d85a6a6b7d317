/** What each hook says of itself: the comment at the top of its file. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../program.mjs";

const folder = join(projectFolder, "templates", "partials", "hooks");

/** A sentence or more, then two lines: "Context: …" and "GIL: …". */
const COMMENT = /^\{\{!--\s*([\s\S]*?)\s*Context: (.*)\s*GIL: ([\s\S]*?)\s*--\}\}\s*$/;

/** @returns {readonly { name: string, description: string, context: string, gil: string }[]} */
export function describeHooks() {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const found = COMMENT.exec(readFileSync(join(folder, file), "utf8"));
      if (found === null)
        throw new Error(`${file}: a hook is a comment with its context and GIL state`);
      const [description, context, gil] = found.slice(1).map((text) => text.replace(/\s+/g, " "));
      return { name: file.replace(/\.hbs$/, ""), description, context, gil };
    });
}
