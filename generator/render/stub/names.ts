/** How a stub spells the names in its annotations, and what it imports for that. */
import { groupBy } from "./group-by.js";

/** A whole name: of the module behind a dot, else of another module. Texts in quotes are no names. */
const NAME = /"[^"]*"|'[^']*'|(?<![\w.])\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;

export interface StubNames {
  /** An annotation of the model as it stands in the stub. */
  readonly spell: (annotation: string) => string;
  /** The lines that all that was spelled so far needs. */
  readonly imports: () => readonly string[];
  /** Names of the module that something inside a class hides, each with what else it is called. */
  readonly aliases: () => readonly { readonly alias: string; readonly name: string }[];
}

/** Where the names are spelled. */
export interface StubPlace {
  /** "engine". */
  readonly module: string;
  /** The Python path of the submodule that the stub is of; "" for the module itself. */
  readonly submodule: string;
  /** The Python paths of all submodules. */
  readonly submodules: readonly string[];
  /** Other modules whose classes have names with dots, and their submodules: "base", "base.io". */
  readonly otherModules?: readonly string[];
  /** The names in the stub itself. */
  readonly top: ReadonlySet<string>;
  /** The names inside its classes, where an annotation would find them first. */
  readonly inner: ReadonlySet<string>;
}

/** A name with an underscore in front that none of these is. */
export function privateName(name: string, isTaken: (name: string) => boolean): string {
  return isTaken(`_${name}`) ? privateName(`_${name}`, isTaken) : `_${name}`;
}

export function stubNames({
  module,
  submodule,
  submodules,
  otherModules = [],
  top,
  inner,
}: StubPlace): StubNames {
  const isTaken = (name: string) => top.has(name) || inner.has(name);
  const imported = new Map<string, string>();
  const wholeModules = new Map<string, string>();
  const aliases = new Map<string, string>();

  function spellOwn(path: string): string {
    const home = longest(submodules.filter((each) => path.startsWith(`${each}.`)));
    const [root = "", ...rest] = (home === "" ? path : path.slice(home.length + 1)).split(".");
    return [
      home === submodule ? spellHere(root) : spellForeign(joined(module, home), root),
      ...rest,
    ].join(".");
  }

  function spellHere(root: string): string {
    if (!inner.has(root)) return root;
    const alias = privateName(root, isTaken);
    aliases.set(root, alias);
    return alias;
  }

  function spellForeign(from: string, name: string): string {
    const isFree = !isTaken(name) && (imported.get(name) ?? from) === from;
    if (isFree) {
      imported.set(name, from);
      return name;
    }
    const alias = wholeModules.get(from) ?? privateName(from.replaceAll(".", "_"), isTaken);
    wholeModules.set(from, alias);
    return `${alias}.${name}`;
  }

  function spellName(whole: string): string {
    if (whole.startsWith(".")) return spellOwn(whole.slice(1));
    const other = longest(otherModules.filter((each) => whole.startsWith(`${each}.`)));
    if (other !== "") {
      const [root = "", ...rest] = whole.slice(other.length + 1).split(".");
      return [spellForeign(other, root), ...rest].join(".");
    }
    const end = whole.lastIndexOf(".");
    return end < 0 ? whole : spellForeign(whole.slice(0, end), whole.slice(end + 1));
  }

  return {
    spell: (annotation) =>
      annotation.replace(NAME, (found) => (/^["']/.test(found) ? found : spellName(found))),
    imports: () => {
      const foreign = [...imported].filter(([, from]) => from !== "builtins");
      const lines = [
        ...[...wholeModules].map(([from, alias]) => `import ${from} as ${alias}`),
        ...[...groupBy(foreign, ([, from]) => from)].map(([from, names]) =>
          importLine(
            from,
            names.map(([name]) => name),
          ),
        ),
      ];
      return lines.sort();
    },
    aliases: () => [...aliases].map(([name, alias]) => ({ alias, name })),
  };
}

function longest(texts: readonly string[]): string {
  return texts.reduce((found, each) => (each.length > found.length ? each : found), "");
}

/** What the stub of the module shares with those of its submodules is nobody else's. */
function importLine(from: string, names: readonly string[]): string {
  const isShared = names.some((name) => name.startsWith("_"));
  const comment = isShared ? "  # pyright: ignore[reportPrivateUsage]" : "";
  return `from ${from} import ${names.toSorted().join(", ")}${comment}`;
}

function joined(module: string, submodule: string): string {
  return submodule === "" ? module : `${module}.${submodule}`;
}
