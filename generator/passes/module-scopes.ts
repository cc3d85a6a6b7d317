/** The modules that a spec declares: the one that Python imports, and the submodules in it. */
import type { Path } from "../spec/document.js";
import type { ModuleContents } from "../spec/schema/contents.js";
import type { Spec } from "../spec/schema/spec.js";
import type { SubmoduleSpec } from "../spec/schema/submodule.js";

/** One of them, and where its declarations belong. */
export interface ModuleScope {
  readonly contents: ModuleContents;
  /** The submodule as it is written; absent for the module itself. */
  readonly submodule?: SubmoduleSpec;
  /** Where the contents are in the spec. */
  readonly path: Path;
  /** "" for the module itself, "io.text" for a submodule. */
  readonly pythonPath: string;
  /** The Python path of the module around it. */
  readonly scope: string;
  /** The C++ namespace of everything without a `cpp`. */
  readonly cppScope: string;
  /** "engine", "engine/modules/io". */
  readonly logicalPath: string;
}

/** Outer ones before inner ones. */
export function moduleScopes(spec: Spec): readonly ModuleScope[] {
  const { name, namespace } = spec.module;
  const own: ModuleScope = {
    contents: spec,
    path: [],
    pythonPath: "",
    scope: "",
    cppScope: namespace ?? "",
    logicalPath: name,
  };
  return [own, ...submodulesOf(own)];
}

function submodulesOf(outer: ModuleScope): readonly ModuleScope[] {
  return (outer.contents.modules ?? []).flatMap((each, index) => {
    const { pythonPath: scope, logicalPath, cppScope } = outer;
    const inner: ModuleScope = {
      contents: each,
      submodule: each,
      path: [...outer.path, "modules", index],
      pythonPath: scope === "" ? each.name : `${scope}.${each.name}`,
      scope,
      cppScope: each.namespace ?? cppScope,
      logicalPath: `${logicalPath}/modules/${each.name}`,
    };
    return [inner, ...submodulesOf(inner)];
  });
}
