/** Collects the types that a spec declares, before anything refers to them. */
import type { ErrorPolicy } from "../model/type.js";
import type { ClassSpec } from "../spec/schema/class.js";
import type { Spec } from "../spec/schema/spec.js";
import { errorPolicyOf } from "./lower-error-policy.js";
import { fromRoot } from "./names.js";

type EnumerationSpec = NonNullable<Spec["enums"]>[number];

export interface DeclaredClass {
  readonly pythonPath: string;
  readonly cpp: string;
  readonly held: "value" | "std::shared_ptr" | "boost::shared_ptr";
  readonly copyable: boolean;
}

export interface DeclaredCallback {
  /** The signature, as written. */
  readonly signature: string;
  readonly onError: ErrorPolicy;
  readonly thread: "caller" | "native";
  readonly isKept: boolean;
}

export interface TypeTable {
  /** By Python path ("RE2.Options"). */
  readonly classes: ReadonlyMap<string, DeclaredClass>;
  /** Python path to C++ name. */
  readonly enumerations: ReadonlyMap<string, string>;
  /** C++ name (from the root) to Python path, for classes and enumerations. */
  readonly byCppName: ReadonlyMap<string, string>;
  /** Callbacks by their names. */
  readonly callbacks: ReadonlyMap<string, DeclaredCallback>;
  /** Of callbacks that are not declared by a name. */
  readonly onError: ErrorPolicy;
  /** Name to C++ type, as written. */
  readonly externals: ReadonlyMap<string, string>;
}

export function buildTypeTable(spec: Spec): TypeTable {
  const classes = new Map<string, DeclaredClass>();
  const enumerations = new Map<string, string>();
  const namespace = spec.module.namespace;

  const addEnumeration = (each: EnumerationSpec, pythonScope: string, cppScope: string) =>
    enumerations.set(join(pythonScope, ".", each.name), cppNameOf(each, cppScope));
  const addClass = (each: ClassSpec, pythonScope: string, cppScope: string): void => {
    const pythonPath = join(pythonScope, ".", each.name);
    const cpp = cppNameOf(each, cppScope);
    const held = each.held ?? "value";
    classes.set(pythonPath, { pythonPath, cpp, held, copyable: each.copyable ?? true });
    for (const inner of each.enums ?? []) addEnumeration(inner, pythonPath, cpp);
    for (const inner of each.classes ?? []) addClass(inner, pythonPath, cpp);
  };
  for (const each of spec.enums ?? []) addEnumeration(each, "", namespace ?? "");
  for (const each of spec.classes ?? []) addClass(each, "", namespace ?? "");

  const declared = Object.entries(spec.types ?? {});
  return {
    classes,
    enumerations,
    byCppName: new Map([
      ...[...classes].map(([path, each]) => [each.cpp, path] as const),
      ...[...enumerations].map(([path, cpp]) => [cpp, path] as const),
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
                },
              ],
            ],
      ),
    ),
    onError: errorPolicyOf(spec.defaults?.onError),
    externals: new Map(
      declared.flatMap(([name, each]) => (each.cpp === undefined ? [] : [[name, each.cpp]])),
    ),
  };
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

/** The class of this name: nested in `scope`, in the module, or by its C++ name. */
export function findClass(
  { classes, byCppName }: Pick<TypeTable, "classes" | "byCppName">,
  name: string,
  scope: string,
): DeclaredClass | undefined {
  return (
    classes.get(join(scope, ".", name)) ??
    classes.get(name) ??
    classes.get(byCppName.get(fromRoot(name)) ?? "")
  );
}
