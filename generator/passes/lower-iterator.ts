/** Turns an iterator of a spec into Boost.Python's range(). */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { BoostDefinition } from "../model/boost-definition.js";
import type { Path } from "../spec/document.js";
import type { CallPolicySpec } from "../spec/schema/call-policy.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { IteratorSpec } from "../spec/schema/iterator.js";
import { checkMadeByBoost, type MadeByBoost } from "./boost-parts.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { docstring } from "./docstring.js";
import { lowerExamples } from "./lower-callable.js";
import { addressOf, checkCppName, checkPythonName, fromRoot } from "./names.js";
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
  const expression = iteratorExpression(context, inside, spec.iterator, [...path, "iterator"]);
  return {
    form: "def",
    name: spec.name,
    pythonPath: `${pythonPath}.${spec.name}`,
    identifier: context.identifiers.callable(`${pythonPath}.${spec.name}${number}`),
    expression,
    headers: iteratorHeaders(expression),
    stub: [
      {
        name: spec.name,
        parameters: [],
        returns: iteratorType(context, inside, spec.iterator, [...path, "iterator"]),
      },
    ],
    examples: lowerExamples(context, spec.examples, path),
    logicalPath: `${logicalPath}/methods/${spec.name}${number}`,
    span: context.located.at(...path),
    ...(doc !== undefined && { doc }),
  };
}

/** C++ that makes the function which makes an iterator. */
export function iteratorExpression(
  context: Context,
  inside: ClassScope,
  spec: IteratorSpec,
  path: Path,
): string {
  const { begin, end, target, policy } = spec === true ? {} : spec;
  const policies = nextPolicies(context, policy, [...path, "policy"]);
  if (target !== undefined) {
    checkCppName(context, target, "the target", context.located.at(...path, "target"));
  }
  const over = target === undefined ? inside.cpp : fromRoot(target);
  if ((begin === undefined) !== (end === undefined)) {
    const [given, missing] = begin === undefined ? ["end", "begin"] : ["begin", "end"];
    const span = context.located.atKey(path, given);
    context.report(diagnose("GB2040", { given, missing }, { span }));
  }
  const isContainer = begin === undefined || end === undefined;
  const ends = isContainer
    ? ["begin", "end"].map((each) => `&::gen_bindings::${each}_of<${over}>`)
    : [begin, end].map((each) => addressOf(each, over));
  return `::boost::python::range<${policies}, ${over}>(${ends.join(", ")})`;
}

const ITERATOR_POLICIES = [
  "return_by_value",
  "copy_const_reference",
  "copy_non_const_reference",
  "reference_existing_object",
  "manage_new_object",
  "return_opaque_pointer",
  "return_internal_reference",
] as const;

/** Those of Boost.Python that an iterator's expression names. */
export function iteratorHeaders(expression: string): readonly string[] {
  const policies = ["return_value_policy", ...ITERATOR_POLICIES];
  return [
    "iterator",
    ...policies.filter(
      (each) => expression.includes(`::${each}<`) || expression.includes(`::${each}>`),
    ),
  ];
}

/**
 * Boost.Python's own class of call policies, of the iterator's `__next__`. Elements are copied if the
 * spec says nothing, as its objects::default_iterator_call_policies do.
 */
function nextPolicies(
  { located, report }: Context,
  policy: CallPolicySpec | undefined,
  path: Path,
): string {
  if (policy?.cpp !== undefined) return policy.cpp;
  const chosen = ITERATOR_POLICIES.find((each) => each === (policy?.return ?? "return_by_value"));
  const idle = (["of", "custodianAndWard"] as const).find((each) => policy?.[each] !== undefined);
  const key = chosen === undefined ? "return" : idle;
  if (key !== undefined) {
    const why = "the next element depends on the iterator alone, which keeps its object alive";
    report(diagnose("GB4022", { key, name: "__next__", why }, { span: located.atKey(path, key) }));
  }
  return chosen === "return_internal_reference"
    ? "::boost::python::return_internal_reference<>"
    : `::boost::python::return_value_policy<::boost::python::${chosen}>`;
}

/** As a stub spells it. */
export function iteratorType(
  context: Context,
  inside: ClassScope,
  spec: IteratorSpec,
  path: Path,
): string {
  const { type } = spec === true ? {} : spec;
  if (type === undefined) return "collections.abc.Iterator[typing.Any]";
  const span = context.located.at(...path, "type");
  const { annotation } = resolveType(context, type, span, inside.pythonPath);
  return `collections.abc.Iterator[${annotation.result}]`;
}
