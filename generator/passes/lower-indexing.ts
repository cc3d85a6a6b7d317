/** Turns a container's indexing into one of Boost.Python's suites. */
import type { StubMember } from "../model/boost-definition.js";
import type { Annotation } from "../model/type.js";
import { ANYTHING, bothWays, builtin, ownName } from "./annotations.js";
import { checkMadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { lowerExamples } from "./lower-callable.js";
import type { LoweredMethods } from "./lower-methods.js";
import { checkCppName, fromRoot } from "./names.js";
import { resolveType } from "./resolve-type.js";
import { splitList } from "./split-list.js";

export function lowerIndexing(context: Context, inside: ClassScope): LoweredMethods {
  const { pythonPath, cpp, logicalPath, spec } = inside;
  if (spec.indexing === undefined) return { methods: [], definitions: [] };
  const { suite, proxies = true, policies, examples } = spec.indexing;
  const path = [...inside.path, "indexing"];
  checkMadeByBoost(context, inside, spec.indexing, path, {
    what: "an indexing suite",
    keys: ["suite", "proxies", "policies", "lock", "examples"],
  });
  if (policies !== undefined) {
    checkCppName(context, policies, "the policies", context.located.at(...path, "policies"));
  }
  const header = `${suite}_indexing_suite`;
  const given = [cpp, String(!proxies), ...(policies === undefined ? [] : [fromRoot(policies)])];
  return {
    methods: [],
    definitions: [
      {
        form: "visitor",
        name: "indexing",
        pythonPath: `${pythonPath}.indexing`,
        identifier: context.identifiers.callable(`${pythonPath}.indexing`),
        expression: `::boost::python::${header}<${given.join(", ")}>()`,
        headers: [`suite/indexing/${header}`],
        stub: suite === "vector" ? vectorMembers(context, inside) : mapMembers(context, inside),
        examples: lowerExamples(context, examples, path),
        logicalPath: `${logicalPath}/indexing`,
        span: context.located.at(...path),
      },
    ],
  };
}

const INT = builtin("int");
const SLICE = builtin("slice");
const NONE = builtin("None");

function vectorMembers(context: Context, inside: ClassScope): readonly StubMember[] {
  const item = argumentOfTemplate(context, inside, 0);
  const items = bothWays(`collections.abc.Iterable[${item.argument}]`);
  return [
    member("__len__", {}, INT),
    member("__getitem__", { index: INT }, item),
    member("__getitem__", { index: SLICE }, ownName(inside.pythonPath)),
    member("__setitem__", { index: INT, value: item }, NONE),
    member("__setitem__", { index: SLICE, value: items }, NONE),
    member("__delitem__", { index: bothWays(`${INT.argument} | ${SLICE.argument}`) }, NONE),
    member("__contains__", { value: builtin("object") }, builtin("bool")),
    member("__iter__", {}, bothWays(`collections.abc.Iterator[${item.result}]`)),
    member("append", { value: item }, NONE),
    member("extend", { values: items }, NONE),
  ];
}

/** What a map is iterated over are entries of a class that the suite makes: data() and key(). */
function mapMembers(context: Context, inside: ClassScope): readonly StubMember[] {
  const key = argumentOfTemplate(context, inside, 0);
  const item = argumentOfTemplate(context, inside, 1);
  return [
    member("__len__", {}, INT),
    member("__getitem__", { key }, item),
    member("__setitem__", { key, value: item }, NONE),
    member("__delitem__", { key }, NONE),
    member("__contains__", { key: builtin("object") }, builtin("bool")),
    member("__iter__", {}, bothWays("collections.abc.Iterator[typing.Any]")),
  ];
}

function member(
  name: string,
  parameters: Readonly<Record<string, Annotation>>,
  returns: Annotation,
): StubMember {
  return {
    name,
    parameters: Object.entries(parameters).map(([parameter, { argument }]) => ({
      name: parameter,
      annotation: argument,
      isPositional: true,
    })),
    returns: returns.result,
  };
}

/** X of std::vector<X>; of a name that stands for such a type nobody says it. */
function argumentOfTemplate(context: Context, inside: ClassScope, index: number): Annotation {
  const text = /^[\w:]+\s*<(.*)>$/s.exec(inside.spec.cpp ?? "")?.[1] ?? "";
  const written = splitList(text)[index]?.text;
  if (written === undefined) return ANYTHING;
  const span = context.located.at(...inside.path, "cpp");
  // What has no converter is found out by who uses it; the suite's own classes are no mistake.
  return resolveType({ ...context, report: () => {} }, written, span, inside.pythonPath).annotation;
}
