/** The options of the commands that run cells: which cells, and where the interpreters are. */
import { CannotGoOn } from "../program.mjs";
import { cells } from "./cells.mjs";

/** For parseArgs. */
export const cellOptions = {
  cell: { type: "string", multiple: true },
  python: { type: "string", multiple: true, default: [] },
};

/** The cells that are named with --cell; all where none is. */
export function chosenCells({ cell: names }) {
  if (names === undefined) return cells;
  const unknown = names.filter((name) => !cells.some((cell) => cell.name === name));
  if (unknown.length === 0) return cells.filter(({ name }) => names.includes(name));
  const known = cells.map(({ name }) => name).join(", ");
  throw new CannotGoOn(`no cell is named ${unknown.join(", ")}; there are: ${known}`);
}

/** The interpreters that are named with --python, by release. */
export function namedInterpreters({ python: texts }) {
  return new Map(
    texts.map((text) => {
      const [, release, path] = /^(3\.\d+)=(.+)$/.exec(text) ?? [];
      if (release !== undefined) return [release, path];
      throw new CannotGoOn(
        `--python takes a release and an interpreter, as 3.12=PATH, and not "${text}"`,
      );
    }),
  );
}
