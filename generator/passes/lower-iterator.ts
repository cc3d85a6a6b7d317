/** Turns an iterator of a spec into Boost.Python's iterator<> or range(). */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { BoostDefinition, StubMember } from "../model/boost-definition.js";
import type { Path } from "../spec/document.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { IteratorSpec } from "../spec/schema/iterator.js";
import { checkMadeByBoost, type MadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { lowerExamples } from "./lower-callable.js";
import { checkCppName, checkPythonName, fromRoot, isIdentifier, isQualifiedName } from "./names.js";
import { resolveType } from "./resolve-type.js";

type MethodSpec = NonNullable<ClassSpec["methods"]>[number];

const MADE_BY_BOOST: MadeByBoost = {
  what: "an iterator",
  keys: ["name", "iterator", "doc", "examples", "lock"],
};

/** A method whose body is Boost.Python's: `__iter__`, as a rule. */
export function lowerIteratorMethod(
  context: Context,
  inside: ClassScope,
  spec: MethodSpec & { readonly iterator: IteratorSpec },
  path: Path,
  number: string,
): BoostDefinition {
  const { pythonPath, logicalPath } = inside;
  checkPythonName(context, spec.name, "the method", context.located.at(...path, "name"));
  checkMadeByBoost(context, inside, spec, path, MADE_BY_BOOST);
  const doc = docstring(spec.doc, []);
  return {
    form: "def",
    name: spec.name,
    pythonPath: `${pythonPath}.${spec.name}`,
    identifier: context.identifiers.callable(`${pythonPath}.${spec.name}${number}`),
    expression: iteratorExpression(context, inside, spec.iterator, [...path, "iterator"]),
    headers: ["iterator"],
    stub: [
      { name: spec.name, parameters: [], ...iteratorResult(context, inside, spec.iterator, path) },
    ],
    examples: lowerExamples(context, spec.examples, path),
    logicalPath: `${logicalPath}/methods/${spec.name}${number}`,
    span: context.located.at(...path),
    ...(doc !== undefined && { doc }),
  };
}

/** C++ that makes the function which makes an iterator. */
function iteratorExpression(
  context: Context,
  inside: ClassScope,
  spec: IteratorSpec,
  path: Path,
): string {
  const { begin, end, target } = spec === true ? {} : spec;
  const policies = NEXT_POLICIES;
  if (target !== undefined) {
    checkCppName(context, target, "the target", context.located.at(...path, "target"));
  }
  const over = target === undefined ? inside.cpp : fromRoot(target);
  if ((begin === undefined) !== (end === undefined)) {
    const [given, missing] = begin === undefined ? ["end", "begin"] : ["begin", "end"];
    const span = context.located.atKey(path, given);
    context.report(diagnose("GB2040", { given, missing }, { span }));
  }
  if (begin === undefined || end === undefined) {
    return `::boost::python::iterator<${over}, ${policies}>()`;
  }
  const [first, last] = [begin, end].map((each) => accessorOf(each, over));
  return `::boost::python::range<${policies}, ${over}>(${first}, ${last})`;
}

/** Elements are copied, as Boost.Python's own default does, objects::default_iterator_call_policies. */
const NEXT_POLICIES = "::boost::python::return_value_policy<::boost::python::return_by_value>";

/** A plain name is a member of the class, another qualified name is itself. */
function accessorOf(cpp: string, className: string): string {
  if (isIdentifier(cpp)) return `&${className}::${cpp}`;
  return isQualifiedName(cpp) ? `&${fromRoot(cpp)}` : cpp;
}

function iteratorResult(
  context: Context,
  inside: ClassScope,
  spec: IteratorSpec,
  path: Path,
): Pick<StubMember, "returns"> {
  const { type } = spec === true ? {} : spec;
  if (type === undefined) return { returns: "collections.abc.Iterator[typing.Any]" };
  const span = context.located.at(...path, "iterator", "type");
  const { annotation } = resolveType(context, type, span, inside.pythonPath);
  return { returns: `collections.abc.Iterator[${annotation.result}]` };
}
