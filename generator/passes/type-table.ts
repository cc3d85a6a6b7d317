/** Collects the types that a spec declares, before anything refers to them. */
import type { Class, HeldType, SmartPointer } from "../model/class.js";
import type { ImportedSpec } from "../model/imported.js";
import type { ErrorPolicy, ResolvedType } from "../model/type.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { HeldTypeSpec } from "../spec/schema/held-type.js";
import type { Spec } from "../spec/schema/spec.js";
import { type CppNameOf, rootedName } from "./cpp-spelling.js";
import { type ImportedNames, importedNames } from "./imported-names.js";
import { errorPolicyOf } from "./lower-error-policy.js";
import { moduleScopes } from "./module-scopes.js";
import { fromRoot, isQualifiedName } from "./names.js";
import { parseType } from "./type-expression.js";

type EnumerationSpec = NonNullable<Spec["enums"]>[number];

export type DeclaredClass = Pick<Class, "pythonPath" | "cpp" | "held" | "pointers" | "copyable">;

export interface DeclaredExternal {
  /** The C++ type, as written. */
  readonly cpp: string;
  /** Whether Python only hands pointers to it on. */
  readonly isOpaque: boolean;
  /** How stubs annotate it, as written. */
  readonly python?: string;
}

export interface DeclaredCallback {
  /** The signature, as written. */
  readonly signature: string;
  readonly onError: ErrorPolicy;
  readonly thread: "caller" | "native";
  readonly isKept: boolean;
  /** How stubs annotate it, where not by its signature. */
  readonly python?: string;
}

export interface TypeTable {
  /** By Python path ("RE2.Options"); those of other modules begin with them ("base.Shape"). */
  readonly classes: ReadonlyMap<string, DeclaredClass>;
  /** Templates of smart pointers to classes that Python can be given or give. */
  readonly pointerTemplates: ReadonlySet<string>;
  /** Smart pointers that are no template of their class, by C++ name: the Python path of the class. */
  readonly namedPointers: ReadonlyMap<string, string>;
  /** Python path to C++ name. */
  readonly enumerations: ReadonlyMap<string, string>;
  /** C++ name (from the root) to Python path, for classes and enumerations. */
  readonly byCppName: ReadonlyMap<string, string>;
  /** Callbacks by their names. */
  readonly callbacks: ReadonlyMap<string, DeclaredCallback>;
  /** Of callbacks that are not declared by a name. */
  readonly onError: ErrorPolicy;
  /** C++ types that the spec declares by a name. */
  readonly externals: ReadonlyMap<string, DeclaredExternal>;
  /** Entries of `types` of imported specs, by their names. */
  readonly importedTypes: ReadonlyMap<string, ResolvedType>;
  readonly imported: ImportedNames;
}

export function buildTypeTable(spec: Spec, imports: readonly ImportedSpec[] = []): TypeTable {
  const classes = new Map<string, DeclaredClass>();
  const enumerations = new Map<string, string>();
  const simpleNames = simpleCppNames(spec);
  const spelled = (cpp: string) => spelledFromRoot(cpp, (name) => simpleNames.get(name));

  const addEnumeration = (each: EnumerationSpec, pythonScope: string, cppScope: string) =>
    enumerations.set(join(pythonScope, ".", each.name), cppNameOf(each, cppScope));
  const addClass = (each: ClassSpec, pythonScope: string, cppScope: string): void => {
    const pythonPath = join(pythonScope, ".", each.name);
    const cpp = spelled(cppNameOf(each, cppScope));
    classes.set(pythonPath, {
      pythonPath,
      cpp,
      held: heldTypeOf(each.held, cpp, spelled),
      pointers: (each.pointers ?? []).flatMap((one) => pointerOf(one, cpp, spelled)),
      copyable: isCopyable(each),
    });
    for (const inner of each.enums ?? []) addEnumeration(inner, pythonPath, cpp);
    for (const inner of each.classes ?? []) addClass(inner, pythonPath, cpp);
  };
  for (const { contents, pythonPath, cppScope } of moduleScopes(spec)) {
    for (const each of contents.enums ?? []) addEnumeration(each, pythonPath, cppScope);
    for (const each of contents.classes ?? []) addClass(each, pythonPath, cppScope);
  }

  const own = new Set([...classes.keys(), ...enumerations.keys()]);
  const ownCpp = [
    ...[...classes].map(([path, each]) => [each.cpp, path] as const),
    ...[...enumerations].map(([path, cpp]) => [cpp, path] as const),
  ];
  const foreign = imports.flatMap((each) => [...each.classes, ...each.enumerations]);
  for (const each of imports.flatMap((one) => one.classes)) classes.set(each.pythonPath, each);
  for (const each of imports.flatMap((one) => one.enumerations)) {
    enumerations.set(each.pythonPath, each.cpp);
  }

  const declared = Object.entries(spec.types ?? {});
  return {
    classes,
    enumerations,
    imported: importedNames(imports, own),
    importedTypes: new Map(
      imports.flatMap(({ types }) => types.map(({ name, type }) => [name, type] as const)),
    ),
    pointerTemplates: new Set([
      // Boost.Python makes shared pointers of any class's objects; moved ones need no converter.
      ...["std::shared_ptr", "boost::shared_ptr", "std::unique_ptr"],
      ...[...classes.values()].flatMap(({ held, pointers }) =>
        [...(held.form === "pointer" ? [held] : []), ...pointers].flatMap(({ template }) =>
          template === undefined ? [] : [template.replace(/^::/, "")],
        ),
      ),
    ]),
    namedPointers: new Map(
      [...classes.values()].flatMap(({ held, pointers, pythonPath }) =>
        [...(held.form === "pointer" ? [held] : []), ...pointers]
          .filter((each) => each.template === undefined)
          .map((each) => [each.cpp, pythonPath] as const),
      ),
    ),
    byCppName: new Map([
      ...foreign.map(({ cpp, pythonPath }) => [cpp, pythonPath] as const),
      ...ownCpp,
    ]),
    callbacks: new Map(
      declared.flatMap(([name, each]) =>
        each.callback === undefined
          ? []
          : [
              [
                name,
                {
                  signature: each.callback,
                  onError: errorPolicyOf(each.onError ?? spec.defaults?.onError),
                  thread: each.thread ?? "caller",
                  isKept: each.kept ?? false,
                  ...(each.python !== undefined && { python: each.python }),
                },
              ],
            ],
      ),
    ),
    onError: errorPolicyOf(spec.defaults?.onError),
    externals: new Map(
      declared.flatMap(([name, { cpp, opaque = false, python }]) =>
        cpp === undefined
          ? []
          : [[name, { cpp, isOpaque: opaque, ...(python !== undefined && { python }) }]],
      ),
    ),
  };
}

/** The C++ names of the classes and enumerations that are no template's, by Python path. */
function simpleCppNames(spec: Spec): ReadonlyMap<string, string> {
  return new Map(
    moduleScopes(spec)
      .flatMap(({ contents: { classes = [], enums = [] }, pythonPath, cppScope }) =>
        [...classes, ...enums].map(
          (each) => [join(pythonPath, ".", each.name), cppNameOf(each, cppScope)] as const,
        ),
      )
      .filter(([, cpp]) => isQualifiedName(cpp)),
  );
}

/** A class's C++ type, as `std::vector<X>`, with every name from the root. */
function spelledFromRoot(cpp: string, cppNameOf: CppNameOf): string {
  if (isQualifiedName(cpp)) return fromRoot(cpp);
  const parsed = parseType(cpp);
  return "value" in parsed ? rootedName(parsed.value, cppNameOf) : cpp;
}

function heldTypeOf(
  spec: HeldTypeSpec | undefined,
  className: string,
  spelled: (cpp: string) => string,
): HeldType {
  if (spec === undefined || spec === "value") return { form: "value" };
  const [pointer] = pointerOf(spec, className, spelled);
  return pointer === undefined ? { form: "value" } : { form: "pointer", ...pointer };
}

/** A smart pointer to a class; nothing where the spec says neither how it is called nor its type. */
function pointerOf(
  spec: Exclude<HeldTypeSpec, "value">,
  className: string,
  spelled: (cpp: string) => string,
): readonly SmartPointer[] {
  if (typeof spec === "string") return [{ template: spec, cpp: `::${spec}<${className}>` }];
  if (spec.cpp !== undefined) return [{ cpp: spelled(spec.cpp) }];
  if (spec.template === undefined) return [];
  return [{ template: spec.template, cpp: `${fromRoot(spec.template)}<${className}>` }];
}

/** C++ can't copy an abstract class. */
export function isCopyable({ copyable, abstract }: ClassSpec): boolean {
  return copyable ?? abstract !== true;
}

/** The C++ name of a declaration: its `cpp`, or its Python name in the enclosing C++ scope. */
export function cppNameOf(
  declaration: { readonly name: string; readonly cpp?: string | undefined },
  cppScope: string,
): string {
  return fromRoot(declaration.cpp ?? join(cppScope, "::", declaration.name));
}

export function join(scope: string, separator: string, name: string): string {
  return scope === "" ? name : `${scope}${separator}${name}`;
}

/** What a name may mean, seen from the class or submodule `scope`: from the inside out. */
export function enclosingPaths(scope: string, name: string): readonly string[] {
  const paths: string[] = [];
  for (let around = scope; around !== ""; around = around.replace(/\.?[^.]*$/, "")) {
    paths.push(join(around, ".", name));
  }
  return [...paths, name];
}

/**
 * The class of this name, seen from the class or submodule `scope`, by its name alone where one
 * imported module has it, or by its C++ name.
 */
export function findClass(
  { classes, byCppName, imported }: Pick<TypeTable, "classes" | "byCppName" | "imported">,
  name: string,
  scope: string,
): DeclaredClass | undefined {
  const path = enclosingPaths(scope, name).find((each) => classes.has(each));
  return classes.get(path ?? imported.paths.get(name) ?? byCppName.get(fromRoot(name)) ?? "");
}
