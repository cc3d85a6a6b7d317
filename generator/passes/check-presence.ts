/** Entries that are never there, and those that name what may be absent where they are. */
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { Span } from "../diagnostics/source-text.js";
import type { Callable } from "../model/callable.js";
import type { ExceptionModel, ExceptionReference } from "../model/declarations.js";
import { knownClasses, knownEnumerations, knownExceptions } from "../model/imported.js";
import { callablesOf, type Module } from "../model/model.js";
import {
  isPossible,
  notImplied,
  type Requirement,
  requirementsOf,
  requirementsText,
} from "../model/presence.js";
import { partsOf, type ResolvedType } from "../model/type.js";

export function checkPresence(module: Module): readonly Diagnostic[] {
  if (module.presences.size === 0) return [];
  const never = neverThere(module);
  const absent = new Set(never.map(({ logicalPath }) => logicalPath));
  const uses = usesOf(module).filter(({ logicalPath }) => !isWithinAny(logicalPath, absent));
  return [
    ...never.map(({ diagnostic }) => diagnostic),
    ...uses.flatMap((each) => lacking(module, each)),
  ];
}

/** The outermost entries for which no version of the library is left. */
function neverThere({
  presences,
  name,
}: Module): readonly { readonly logicalPath: string; readonly diagnostic: Diagnostic }[] {
  const isNever = (path: string) => !isPossible(requirementsOf(presences, path));
  return [...presences]
    .filter(([path]) => path.startsWith(`${name}/`) && isNever(path) && !isNever(around(path)))
    .flatMap(([logicalPath, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const all = requirementsOf(presences, logicalPath);
      const related = all
        .filter((each) => each !== first)
        .map(({ span }) => ({ message: "what it asks for, too", span }));
      const given = { name: entryText(logicalPath), all: requirementsText(all) };
      return [
        { logicalPath, diagnostic: diagnose("GB2111", given, { span: first.span, related }) },
      ];
    });
}

function around(logicalPath: string): string {
  return logicalPath.slice(0, Math.max(logicalPath.lastIndexOf("/"), 0));
}

function isWithinAny(logicalPath: string, paths: ReadonlySet<string>): boolean {
  return [...paths].some((each) => logicalPath === each || logicalPath.startsWith(`${each}/`));
}

/** Something that an entry names, which some other entry declares. */
interface Use {
  /** The entry that names it. */
  readonly logicalPath: string;
  readonly span: Span;
  /** What is named. */
  readonly named: string;
  readonly namedPath: string;
}

function lacking({ presences }: Module, use: Use): readonly Diagnostic[] {
  const { logicalPath, span, named, namedPath } = use;
  const known = requirementsOf(presences, logicalPath);
  const missing = notImplied(known, requirementsOf(presences, namedPath));
  if (missing.length === 0) return [];
  const given = {
    name: entryText(logicalPath),
    used: `"${named}"`,
    lacking: requirementsText(missing),
    fix: missing.map(keyText).join(" and "),
  };
  const related = missing.map((each) => ({ message: "the condition", span: each.span }));
  return [diagnose("GB2112", given, { span, related })];
}

function keyText(requirement: Requirement): string {
  const text = requirementsText([requirement]).slice(requirement.key.length + 1);
  return `"${requirement.key}": ${JSON.stringify(text)}`;
}

/** What a logical path stands for: `functions/open#2` is "open". */
function entryText(logicalPath: string): string {
  const [, ...parts] = logicalPath.split("/");
  const names = parts
    .filter((_, index) => index % 2 === 1)
    .map((each) => each.replace(/#\d+$/, ""));
  return `"${names.join(".")}"`;
}

function usesOf(module: Module): readonly Use[] {
  const typesIn = typeUses(module);
  const raisedIn = exceptionUses(module);
  const classes = new Map(knownClasses(module).map((each) => [each.pythonPath, each]));
  return [
    ...callablesOf(module).flatMap((each) => [
      ...typesOfCallable(each).flatMap(({ type, span }) => typesIn(each.logicalPath, type, span)),
      ...raisedIn(each.logicalPath, each.adapter?.failure?.raised, each.span),
    ]),
    ...[...module.constants, ...module.classes.flatMap((each) => each.attributes)].flatMap(
      (each) => (each.type === undefined ? [] : typesIn(each.logicalPath, each.type, each.span)),
    ),
    ...module.conversions.flatMap(({ from, to, logicalPath, span }) =>
      [from, to].flatMap((type) => typesIn(logicalPath, type, span)),
    ),
    ...module.types.flatMap(({ type, logicalPath, span }) => typesIn(logicalPath, type, span)),
    ...module.classes.flatMap(({ bases, logicalPath, span }) =>
      bases.flatMap((base): readonly Use[] => {
        const namedPath = classes.get(base)?.logicalPath;
        return namedPath === undefined ? [] : [{ logicalPath, span, named: base, namedPath }];
      }),
    ),
    ...module.exceptions.flatMap(({ arrival, logicalPath, span }) => {
      if (arrival.form === "translator") return [];
      return raisedIn(logicalPath, arrival.form === "class" ? arrival.base : arrival.raised, span);
    }),
  ];
}

function typesOfCallable({
  kind,
  parameters,
  result,
  resultSpan,
  selfType,
  span,
}: Callable): readonly { readonly type: ResolvedType; readonly span: Span }[] {
  return [
    ...parameters.map(({ type, typeSpan }) => ({ type, span: typeSpan })),
    ...(result === "deduced" || kind === "constructor" ? [] : [{ type: result, span: resultSpan }]),
    ...(selfType === undefined ? [] : [{ type: selfType, span }]),
  ];
}

/**
 * What a type names that may be absent: classes, enumerations, entries of `types`. A callback has them in
 * its signature.
 */
function typeUses(
  module: Module,
): (logicalPath: string, type: ResolvedType, span: Span) => readonly Use[] {
  const declared = [...knownClasses(module), ...knownEnumerations(module)].filter(
    ({ logicalPath }) => requirementsOf(module.presences, logicalPath).length > 0,
  );
  const names = (type: ResolvedType, pythonPath: string, cpp: string) =>
    type.className === pythonPath ||
    (type.kind === "enumeration" && type.value === cpp) ||
    (type.callback !== undefined && isIn(type.callback.signature, cpp));
  const types = [...module.types, ...module.imports.flatMap((each) => each.types)].filter(
    ({ logicalPath }) => requirementsOf(module.presences, logicalPath).length > 0,
  );
  const isType = (type: ResolvedType, named: ResolvedType) =>
    type.kind === named.kind && type.value === named.value && type.python === named.python;
  return (logicalPath, type, span) => {
    const parts = partsOf(type);
    const found = [
      ...declared
        .filter(({ pythonPath, cpp }) => parts.some((each) => names(each, pythonPath, cpp)))
        .map((each) => ({ named: each.pythonPath, namedPath: each.logicalPath })),
      ...types
        .filter((each) => parts.some((part) => isType(part, each.type)))
        .map((each) => ({ named: each.name, namedPath: each.logicalPath })),
    ];
    return found.map((each) => ({ logicalPath, span, ...each }));
  };
}

/** Whether a C++ type is named in a text, and not only the beginning of another name. */
function isIn(text: string, cpp: string): boolean {
  return text.split(cpp).some((rest, index) => index > 0 && !/^(?:\w|::)/.test(rest));
}

function exceptionUses(
  module: Module,
): (logicalPath: string, reference: ExceptionReference | undefined, span: Span) => readonly Use[] {
  const byPath = new Map<string, ExceptionModel>(
    knownExceptions(module).flatMap((each) =>
      each.arrival.form === "class" ? [[each.arrival.pythonPath, each] as const] : [],
    ),
  );
  return (logicalPath, reference, span) => {
    const found = reference?.builtin === false ? byPath.get(reference.name) : undefined;
    if (found === undefined || reference === undefined) return [];
    return [{ logicalPath, span, named: reference.name, namedPath: found.logicalPath }];
  };
}
