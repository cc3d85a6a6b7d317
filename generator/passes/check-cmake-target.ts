/**
 * What a spec says of its build, against the CMake target that is made of it. CMake reads no spec while it
 * configures, so that both have to say it.
 */
import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js";
import type { CMakeTarget } from "../model/cmake-target.js";
import { limitDefinitions } from "../model/compile-definitions.js";
import type { Module } from "../model/model.js";
import type { Path } from "../spec/document.js";
import type { LocatedSpec } from "../spec/validate.js";

/** A thing that the spec has and the target lacks. */
interface Lack {
  readonly at: Path;
  readonly has: string;
  readonly mend: string;
}

/**
 * @param specPath the file of the spec, where its paths start
 * @param target what CMake says of it, whatever command gave it these properties
 */
export function checkCMakeTarget(
  { spec, at }: LocatedSpec,
  module: Module,
  specPath: string,
  target: CMakeTarget,
): readonly Diagnostic[] {
  const { name } = target;
  if (module.name !== name) {
    return [
      diagnose("GB0011", { module: module.name, target: name }, { span: at("module", "name") }),
    ];
  }
  const absolute = (path: string) => resolve(dirname(specPath), path);
  const lacksPath = (paths: readonly string[], path: string) =>
    !paths.map((each) => resolve(target.SOURCE_DIR, each)).includes(absolute(path));
  const add = `gen_bindings_add_module(${name} …)`;
  const { sources = [], includeDirs = [], link = [] } = spec.module;
  const lacksLibrary = (library: string) => !target.LINK_LIBRARIES.includes(library);

  const lacks: Lack[] = [
    ...sources.flatMap((source, index) =>
      lacksPath(target.SOURCES, source)
        ? {
            at: ["module", "sources", index],
            has: `compiles "${source}"`,
            mend: `add SOURCES ${source} to ${add}`,
          }
        : [],
    ),
    ...includeDirs.flatMap((folder, index) =>
      lacksPath(target.INCLUDE_DIRECTORIES, folder)
        ? {
            at: ["module", "includeDirs", index],
            has: `looks for headers in "${folder}"`,
            mend: `add target_include_directories(${name} PRIVATE ${folder})`,
          }
        : [],
    ),
    ...link.flatMap((library, index) =>
      lacksLibrary(library)
        ? {
            at: ["module", "link", index],
            has: `links "${library}"`,
            mend: `add LINK ${library} to ${add}`,
          }
        : [],
    ),
    ...module.imports.flatMap((imported) =>
      imported.link.filter(lacksLibrary).map((library) => ({
        at: ["imports"],
        has: `imports a spec that links "${library}"`,
        mend: `add IMPORTS ${imported.module?.split(".").at(-1) ?? "TARGET"} or LINK ${library} to ${add}`,
      })),
    ),
    ...(module.usesNumpy && !target.LINK_LIBRARIES.some((each) => /^Boost::numpy/.test(each))
      ? [{ at: ["module", "numpy"], has: "uses NumPy", mend: `add NUMPY to ${add}` }]
      : []),
    ...lackingLimits(module, target),
  ];
  return lacks.map(({ at: path, has, mend }) =>
    diagnose("GB0012", { has, target: name, mend }, { span: at(...path) }),
  );
}

function lackingLimits(
  module: Module,
  { name, COMPILE_DEFINITIONS }: CMakeTarget,
): readonly Lack[] {
  const lacking = limitDefinitions(module).filter((each) => !COMPILE_DEFINITIONS.includes(each));
  if (lacking.length === 0) return [];
  const key = module.limits.arity === undefined ? "maxBases" : "maxArity";
  const list = lacking.join(" ");
  const mend = `add target_compile_definitions(${name} PRIVATE ${list})`;
  return [{ at: ["module", key], has: `defines ${list}`, mend }];
}
