/** A spec against the description of its CMake target: each thing that only one of them says. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { specFile } from "../../tests/language/check.js";
import { put, temporaryFolder } from "../../tests/output/folders.js";
import { checkSpec } from "../pipeline.js";

const files = { "m.cpp": "", "include/": "" };

/** What is found; `target` gives the lines of the description, where "@" is the spec's folder. */
function compare(module: object, target: readonly string[]): readonly string[] {
  return compareSpec({ module: { name: "m", ...module } }, files, target);
}

/** The same for a whole spec, beside which these files lie. */
function compareSpec(
  content: object,
  beside: Readonly<Record<string, string>>,
  target: readonly string[],
): readonly string[] {
  const spec = specFile(content, beside);
  const description = join(temporaryFolder(), "m.target");
  const text = `${target.join("\n")}\n`.replaceAll("@", join(spec, ".."));
  put(join(description, ".."), { "m.target": text });
  const { diagnostics, value } = checkSpec(spec, { cmakeTarget: description });
  expect(value === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, message, hint, span }) => {
    const marked = span?.source.text.slice(span.start, span.end);
    return `${code} at ${marked}: ${message}; ${hint?.split(";")[0]}`;
  });
}

const EMPTY = [
  "name m",
  "SOURCES ",
  "INCLUDE_DIRECTORIES ",
  "COMPILE_DEFINITIONS ",
  "LINK_LIBRARIES ",
];

test("another name than the module's is all that is told", () => {
  const found = compare({ link: ["acme"] }, ["name other"]);
  expect(found).toEqual([
    'GB0011 at "m": the module is "m", and its CMake target "other"; ' +
      'write gen_bindings_add_module(m …), or name the module "other" here',
  ]);
});

describe("what the target lacks", () => {
  test.each([
    {
      module: { sources: ["m.cpp"] },
      says: 'GB0012 at "m.cpp": the spec compiles "m.cpp", and the CMake target "m" does not; add SOURCES m.cpp to gen_bindings_add_module(m …)',
    },
    {
      module: { includeDirs: ["include"] },
      says: 'GB0012 at "include": the spec looks for headers in "include", and the CMake target "m" does not; add target_include_directories(m PRIVATE include)',
    },
    {
      module: { link: ["acme::acme"] },
      says: 'GB0012 at "acme::acme": the spec links "acme::acme", and the CMake target "m" does not; add LINK acme::acme to gen_bindings_add_module(m …)',
    },
    {
      module: { numpy: true },
      says: 'GB0012 at true: the spec uses NumPy, and the CMake target "m" does not; add NUMPY to gen_bindings_add_module(m …)',
    },
    {
      module: { maxBases: 20 },
      says: 'GB0012 at 20: the spec defines BOOST_PYTHON_MAX_BASES=20, and the CMake target "m" does not; add target_compile_definitions(m PRIVATE BOOST_PYTHON_MAX_BASES=20)',
    },
  ])("$module", ({ module, says }) => {
    expect(compare(module, EMPTY)).toEqual([says]);
  });
});

describe("what an imported spec links", () => {
  const base = { module: { name: "base", link: ["acme"] }, classes: [{ name: "Shape" }] };
  const compareImporting = (imported: unknown, target: readonly string[]) => {
    const functions = [{ name: "f", params: [{ name: "shape", type: "const Shape&" }] }];
    const content = { module: { name: "m" }, imports: [imported], functions };
    return compareSpec(content, { "base.spec.json": JSON.stringify(base) }, target);
  };

  test.each([
    { imported: "base.spec.json", name: "base" },
    { imported: { spec: "base.spec.json", module: "pkg.base" }, name: "base" },
  ])("the target of $imported is named", ({ imported, name }) => {
    const found = compareImporting(imported, EMPTY);
    const says =
      'the spec imports a spec that links "acme", and the CMake target "m" does not; ' +
      `add IMPORTS ${name} or LINK acme to gen_bindings_add_module(m …)`;
    expect(found).toEqual([expect.stringMatching(/^GB0012 at \[[\s\S]*base\.spec\.json/)]);
    expect(found[0]).toContain(says);
  });

  test("is right where the target has it", () => {
    expect(compareImporting("base.spec.json", [...EMPTY, "LINK_LIBRARIES acme"])).toEqual([]);
  });
});

test("what the target has, and more, is right", () => {
  const module = {
    sources: ["m.cpp"],
    includeDirs: ["include"],
    link: ["acme"],
    numpy: true,
    maxArity: 17,
  };
  const target = [
    "name m",
    "SOURCE_DIR @",
    "SOURCES @/other.cpp",
    "SOURCES m.cpp",
    "INCLUDE_DIRECTORIES @/include",
    "COMPILE_DEFINITIONS BOOST_PYTHON_MAX_ARITY=17",
    "LINK_LIBRARIES Boost::numpy311",
    "LINK_LIBRARIES acme",
  ];
  expect(compare(module, target)).toEqual([]);
});
