/** The converters that the types of a spec name, and the conversions between its types. */
import { diagnose } from "../diagnostics/diagnostic.js";
import type { Conversion, ConverterRegistration } from "../model/declarations.js";
import type { ResolvedType } from "../model/type.js";
import type { Path } from "../spec/document.js";
import type { Spec } from "../spec/schema/spec.js";
import type { Context } from "./context.js";
import { checkCppType } from "./lower-held-type.js";
import { lowerPresence } from "./lower-presence.js";
import { typesByName } from "./lower-types.js";
import { checkCppName, fromRoot, isQualifiedName } from "./names.js";
import { resolveType, UNRESOLVED } from "./resolve-type.js";
import { countingNoUse } from "./resolved-once.js";

type TypeSpec = NonNullable<Spec["types"]>[string];

interface Statement {
  readonly statement: string;
  readonly headers?: readonly string[];
  readonly path: Path;
  readonly what: string;
}

/** Several types may name one function, which is called once. */
export function lowerConverters(context: Context): readonly ConverterRegistration[] {
  const { spec, at } = context.located;
  const seen = new Set<string>();
  return typesByName(context).flatMap(([name, each]) => {
    if (each.cpp === undefined) return [];
    return statementsOf(context, name, each).flatMap(({ statement, headers = [], path, what }) => {
      if (seen.has(statement)) return [];
      seen.add(statement);
      const logicalPath = `${spec.module.name}/types/${name}/${what}`;
      return [{ statement, headers, logicalPath, span: at(...path) }];
    });
  });
}

function statementsOf(context: Context, name: string, type: TypeSpec): readonly Statement[] {
  const { atKey } = context.located;
  const { converters, toPython, toPythonHasType, fromPython, lvalue } = type;
  const path = ["types", name] as const;
  // That a type has a converter is no use of it.
  const cpp = resolveType(countingNoUse(context), name, atKey(["types"], name), "").cpp;
  if (toPython === undefined && toPythonHasType !== undefined) {
    const span = atKey(path, "toPythonHasType");
    context.report(diagnose("GB2063", { name }, { span }));
  }
  const statements: Statement[] = [];
  const add = (key: string, statement: string, more: Partial<Statement> = {}) =>
    statements.push({ statement, path: [...path, key], what: key, ...more });

  if (converters !== undefined) {
    const called = rooted(context, converters, "the function", [...path, "converters"]);
    add("converters", `${called}()`);
  }
  if (toPython !== undefined) {
    const converter = rooted(context, toPython, "the converter", [...path, "toPython"]);
    const hasType = toPythonHasType ?? false;
    add("toPython", `::gen_bindings::register_to_python<${cpp}, ${converter}, ${hasType}>()`);
  }
  if (fromPython !== undefined) {
    const isPlain = typeof fromPython === "string";
    const at = isPlain ? [...path, "fromPython"] : [...path, "fromPython", "cpp"];
    const converter = rooted(context, isPlain ? fromPython : fromPython.cpp, "the converter", at);
    const from = isPlain
      ? []
      : [
          resolveType(
            context,
            fromPython.from,
            context.located.at(...path, "fromPython", "from"),
            "",
          ),
        ];
    const list = [cpp, converter, ...from.map((each) => each.value)].join(", ");
    add("fromPython", `::gen_bindings::register_from_python<${list}>()`);
  }
  for (const [index, each] of [lvalue ?? []].flat().entries()) {
    const at = Array.isArray(lvalue) ? [...path, "lvalue", index] : [...path, "lvalue"];
    const pythonType = fromRoot(each.pythonType);
    checkCppName(
      context,
      each.pythonType,
      "the Python type",
      context.located.at(...at, "pythonType"),
    );
    const extractor = isQualifiedName(each.extractor) ? fromRoot(each.extractor) : each.extractor;
    add("lvalue", `::boost::python::lvalue_from_pytype<${extractor}, &${pythonType}>()`, {
      headers: ["lvalue_from_pytype"],
      path: [...at, "extractor"],
      what: Array.isArray(lvalue) ? `lvalue/${index + 1}` : "lvalue",
    });
  }
  return statements;
}

/** A function or a class, a template with its arguments too, as seen from the root. */
function rooted(context: Context, text: string, what: string, path: Path): string {
  checkCppType(context, text, what, path);
  return fromRoot(text);
}

/** What C++ converts by itself, registered for arguments of calls from Python. */
export function lowerConversions(context: Context): readonly Conversion[] {
  const { spec, at } = context.located;
  const seen = new Set<string>();
  return (spec.conversions ?? []).flatMap((each, index) => {
    const path = ["conversions", index] as const;
    const [from, to] = (["from", "to"] as const).map((key) =>
      resolveType(context, each[key], at(...path, key), ""),
    );
    if (from === undefined || to === undefined) return [];
    const statement = `::boost::python::implicitly_convertible<${from.cpp}, ${to.cpp}>()`;
    const why = seen.has(statement) ? "it is declared above" : whyNot(from, to);
    seen.add(statement);
    if (why !== undefined) {
      context.report(diagnose("GB4060", { ...each, why }, { span: at(...path) }));
    }
    const logicalPath = `${spec.module.name}/conversions/${index + 1}`;
    lowerPresence(context, each, path, logicalPath);
    return [{ statement, headers: ["implicit"], logicalPath, span: at(...path), from, to }];
  });
}

/** Why there can be no such conversion. */
function whyNot(from: ResolvedType, to: ResolvedType): string | undefined {
  if (from === UNRESOLVED || to === UNRESOLVED) return undefined;
  for (const type of [from, to]) {
    const isValue = type.indirection === "value" || type.kind === "shared-pointer";
    if (!isValue) return "a value is converted, and a value comes of it: no reference or pointer";
    if (type.kind === "void" || type.kind === "callback") {
      return `${type.kind === "void" ? "void has no values" : "a callback is made of any callable"}`;
    }
  }
  return from.cpp === to.cpp ? "it would convert a type to itself, for ever" : undefined;
}
