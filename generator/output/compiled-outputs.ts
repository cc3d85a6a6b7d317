/** The generated files that a compiler is given: known without reading a spec. */

/** As paths in the output folder. A build system plans with these names before anything is generated. */
export function compiledOutputs(): readonly string[] {
  return ["src/module.cpp"];
}
