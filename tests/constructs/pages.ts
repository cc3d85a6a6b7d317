/** The pages of docs/constructs: their blocks, each of a module in specs/constructs. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const pageFolder = join(repository, "docs", "constructs");
const moduleFolder = join(repository, "specs", "constructs");

/** Leads to each construct. */
export const constructIndex = join(repository, "docs", "constructs.md");

/** A module of specs/constructs: its folder has its name. */
export interface ConstructModule {
  readonly name: string;
  readonly folder: string;
  readonly spec: string;
}

/** A fenced block. */
export interface Block {
  /** The page and the line where it stands. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
  /** The module whose folder the page names last before it. */
  readonly module: string;
}

export function constructModules(): readonly ConstructModule[] {
  return readdirSync(moduleFolder).map((name) => {
    const folder = join(moduleFolder, name);
    return { name, folder, spec: join(folder, `${name}.spec.json`) };
  });
}

/** The files of the pages. */
export function constructPages(): readonly string[] {
  return readdirSync(pageFolder).map((name) => join(pageFolder, name));
}

/** Links to the constructs of a page, as the index has them. */
export function headingsOf(page: string): readonly string[] {
  return [...readFileSync(page, "utf8").matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-");
    return `constructs/${basename(page)}#${anchor}`;
  });
}

export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(page, "utf8");
  let module = "";
  return [
    ...text.matchAll(
      /^```(?<language>\w*)\n(?<text>[\s\S]*?)^```$|\(.*?\/specs\/constructs\/(?<module>\w+)\)/gm,
    ),
  ].flatMap(({ groups = {}, index }) => {
    module = groups.module ?? module;
    if (groups.language === undefined) return [];
    const line = text.slice(0, index).split("\n").length;
    const place = `${page.slice(pageFolder.length + 1)}:${line}`;
    return [{ place, language: groups.language, text: groups.text ?? "", module }];
  });
}

/**
 * Whether JSON is an excerpt of other JSON: it may leave out keys of objects and elements of arrays.
 * What it has stands there too, in the same order.
 */
export function isExcerpt(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) {
    if (!Array.isArray(whole)) return false;
    let next = 0;
    return part.every((element) => {
      const found = whole.findIndex((each, index) => index >= next && isExcerpt(element, each));
      next = found + 1;
      return found >= 0;
    });
  }
  if (typeof part !== "object" || part === null) return part === whole;
  if (typeof whole !== "object" || whole === null || Array.isArray(whole)) return false;
  const of = new Map(Object.entries(whole));
  return Object.entries(part).every(([key, value]) => of.has(key) && isExcerpt(value, of.get(key)));
}

/**
 * The first piece of a shortened text that does not follow the pieces before it in the whole text; `…` stands
 * for what is left out, and white space does not count.
 */
export function missingPiece(shortened: string, whole: string): string | undefined {
  const text = withoutSpace(whole);
  let from = 0;
  return shortened.split("…").find((piece) => {
    const wanted = withoutSpace(piece);
    const found = text.indexOf(wanted, from);
    from = found + wanted.length;
    return found < 0;
  });
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, "");
}
