/**
 * What people change in what is generated, by templates alone: what comes of it. Their modules are compiled
 * and tested with those of the scenarios.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkSpec, generateFiles, templatesOf } from "../../generator/pipeline.js";
import { temporaryFolder } from "../output/folders.js";
import { customisations } from "./modules.js";

/** All files of a customisation's module, and of the same module without. */
async function generated(name: string) {
  const found = customisations().find((each) => each.name === name);
  const checked = found && checkSpec(found.spec);
  if (found === undefined || checked?.value === undefined) throw new Error(`${name} is wrong`);
  const { value: templates, diagnostics } = templatesOf([found.templates]);
  expect(diagnostics).toEqual([]);
  const texts = async (layout: object) => {
    const { value = [] } = await generateFiles(checked.value as never, temporaryFolder(), layout);
    return new Map(value.map(({ path, content }) => [path, Buffer.from(content).toString()]));
  };
  return { files: await texts({ templates }), plain: await texts({}) };
}

it("a licence, a namespace and a header of the company are in every file that is printed", async () => {
  const { files, plain } = await generated("company");
  const printed = ["src/module.cpp", "CMakeLists.txt", "company.pyi", "tests/test_examples.py"];
  for (const path of [...printed, "tests/test_gil_policies.py", "include/acme/identity.hpp"]) {
    const comment = /pp$/.test(path) ? "//" : "#";
    const licence = "SPDX-License-Identifier: LicenseRef-ACME-Internal";
    expect(files.get(path)?.split("\n")[0], path).toBe(
      `${comment} Copyright ACME Corporation. ${licence}`,
    );
  }
  const source = files.get("src/module.cpp");
  expect(source).toContain("namespace acme::bindings::company {");
  expect(source).not.toContain("gen_bindings_company");
  expect(source).toContain('#include "acme/identity.hpp"');
  expect([...files.keys()].sort()).toEqual([...plain.keys(), "include/acme/identity.hpp"].sort());
});

it("every released call says when it begins and ends, and no other call does", async () => {
  const { files } = await generated("logging_calls");
  const source = files.get("src/module.cpp") ?? "";
  const bodies = source.split(/(?=^\/\/\/ \w+\(.*\): )/m).slice(1);
  const logged = (what: string) =>
    bodies.flatMap((body) => {
      const count = body.split(`add("${what}"`).length - 1;
      return count === 0 ? [] : [`${/^\/\/\/ (\w+)/.exec(body)?.[1]} ${count}`];
    });
  const released = ["work 1", "fail 1", "sometimes 1", "in_steps 2"];
  expect(logged("enter")).toEqual(released);
  expect(logged("leave")).toEqual(released);
});

it("all that is compiled is one file", async () => {
  const { files, plain } = await generated("one_file");
  expect(files.has("src/module.cpp")).toBe(false);
  const source = files.get("one_file_all.cpp") ?? "";
  const [, whole = ""] = (plain.get("src/module.cpp") ?? "").split(/(?<=\n)(?=#include)/, 2);
  expect(source).toContain(whole);
  expect(source).toMatch(/#include "user\/greeting\.cpp"\n$/);
  const sources = /gen_bindings_add_library\([^)]*\)/.exec(files.get("CMakeLists.txt") ?? "")?.[0];
  expect(sources?.match(/\S+\.cpp/g)).toEqual(["one_file_all.cpp"]);
});

it("there is a page for each class", async () => {
  const { files } = await generated("sphinx_pages");
  const expected = (name: string) =>
    readFileSync(join(import.meta.dirname, "sphinx_pages", "expected", name), "utf8");
  for (const name of ["Shape.rst", "Box.rst", "index.rst"]) {
    expect(files.get(`docs/${name}`), name).toBe(expected(name));
  }
});

it("the page of templates shows them as they are", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/templates.md"), "utf8");
  const shown = [...page.matchAll(/^`([a-z_]+\/templates\/.*)`\n\n```\w*\n([\s\S]*?)^```$/gm)];
  expect(shown.length).toBeGreaterThanOrEqual(8);
  for (const [, path = "", text = ""] of shown) {
    expect(text, path).toBe(readFileSync(join(import.meta.dirname, path), "utf8"));
  }
});
