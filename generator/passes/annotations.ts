/** How stubs annotate the types that the language knows by itself. */
import type { Annotation, ResolvedType } from "../model/type.js";
import type { ImportedNames } from "./imported-names.js";

const MAYBE_NONE = " | _typeshed.MaybeNone";

/** A type that Python gives and gets alike. */
export function bothWays(text: string): Annotation {
  return { argument: text, result: text };
}

/** What no spec says: anything at all. */
export const ANYTHING: Annotation = bothWays("typing.Any");

/** A type of Python's own, by the name it has there. What is an object may be given or be anything. */
export function builtin(name: string): Annotation {
  if (name === "None") return bothWays("None");
  if (name === "object") return { argument: "builtins.object", result: "typing.Any" };
  if (name === "numpy.ndarray") return bothWays("numpy.typing.NDArray[typing.Any]");
  if (name === "numpy.dtype") return bothWays("numpy.dtype[typing.Any]");
  const parameters: Readonly<Record<string, string>> = {
    list: "[typing.Any]",
    dict: "[typing.Any, typing.Any]",
    tuple: "[typing.Any, ...]",
    type: "[typing.Any]",
  };
  return bothWays(`builtins.${name}${parameters[name] ?? ""}`);
}

/** What the module itself declares, by its Python path. */
export function ownName(pythonPath: string): Annotation {
  return bothWays(`.${pythonPath}`);
}

/** A class or enumeration by its Python path; one of another module is called by its whole name. */
export function declaredName({ imported }: NamedElsewhere, pythonPath: string): Annotation {
  return imported.origins.has(pythonPath) ? bothWays(pythonPath) : ownName(pythonPath);
}

interface NamedElsewhere {
  readonly imported: Pick<ImportedNames, "origins">;
}

/**
 * Where null arrives as None. A result that is None only where C++ says so is `T | MaybeNone`, as
 * in the stubs of Python's own library: nobody has to check, and whoever does may.
 * https://typing.python.org/en/latest/guides/writing_stubs.html#the-any-trick
 */
export function nullable({ argument, result }: Annotation): Annotation {
  if (result === "typing.Any") return { argument: orNone(argument), result };
  return { argument: orNone(argument), result: `${result}${MAYBE_NONE}` };
}

/** Where None is meant, and so has to be checked. */
export function optional({ argument, result }: Annotation): Annotation {
  return { argument: orNone(argument), result: orNone(result.replace(MAYBE_NONE, "")) };
}

function orNone(text: string): string {
  return /(?:^|\| )None$/.test(text) || text === "typing.Any" ? text : `${text} | None`;
}

/**
 * What C++ calls takes what C++ gives; a result that C++ drops may be anything. An empty
 * std::function arrives as None.
 */
export function callable(result: ResolvedType, parameters: readonly ResolvedType[]): Annotation {
  const given = (each: ResolvedType) => each.annotation.result;
  const taken = (each: ResolvedType) => each.annotation.argument;
  const form = (from: readonly string[], to: string) =>
    `collections.abc.Callable[[${from.join(", ")}], ${to}]`;
  const drops = result.kind === "void" && result.indirection === "value";
  return {
    argument: form(parameters.map(given), drops ? "builtins.object" : taken(result)),
    result: `${form(parameters.map(taken), given(result))}${MAYBE_NONE}`,
  };
}
