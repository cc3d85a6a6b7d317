/** What is made of a module's text: each mutant in it once, and the text itself as it was. */
import { expect, test } from "vitest";

interface Mutant {
  readonly number: number;
  readonly rule: string;
  readonly place: string;
  readonly identifier: string;
}

/** By its address, as there are no types for it. */
const {
  schemataOf,
}: {
  schemataOf(text: string): { readonly text: string; readonly mutants: readonly Mutant[] };
} = await import(new URL("schemata.mjs", import.meta.url).href);

const module = `#include "gen_bindings/bindings.hpp"

namespace gen_bindings_m {
namespace {

#line 1 "m/functions/f"
int gen_bindings_call_f(int n) {
  const ::gen_bindings::call_scope gen_bindings_call{"f",
                                                     "release"};
  const ::gen_bindings::without_gil gen_bindings_region{
      ::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  return ::m::f(n);
}

}  // namespace
}  // namespace gen_bindings_m

GEN_BINDINGS_MODULE(m) {
  using namespace gen_bindings_m;
  ::gen_bindings::register_callback<int(int)>();
  ::boost::python::def("f", &gen_bindings_call_f);
}
`;

test("each mutant has a number, a rule and a place", () => {
  expect(schemataOf(module).mutants.map(({ number, ...rest }) => [number, rest])).toEqual([
    [1, { rule: "onError of callbacks: is deferred", place: "int(int)", identifier: "" }],
    [2, { rule: "onError of callbacks: is unraisable", place: "int(int)", identifier: "" }],
    [3, { rule: "onError of callbacks: is terminate", place: "int(int)", identifier: "" }],
    [4, { rule: "release: not released", place: "f", identifier: "f" }],
    [5, { rule: "registration: callback", place: "m", identifier: "m" }],
  ]);
});

test("a body stands in its function as it was, behind its mutants", () => {
  const { text } = schemataOf(module);
  const body = text.slice(text.indexOf("call_f(int n) {"), text.indexOf("\n}\n"));
  const [mutated = "", unchanged = ""] = body.split("\n  }\n");
  expect(mutated).toContain("if (::gen_bindings_mutants::runs(4)) {");
  expect(unchanged).toContain("without_gil gen_bindings_region{::gen_bindings::known_attached};");
  expect(mutated).not.toContain("without_gil");
  expect(mutated).toContain("return ::m::f(n);");
});

test("a mutant of the whole text is a namespace of its own, which the module starts with", () => {
  const { text } = schemataOf(module);
  expect(text).toContain("namespace gen_bindings_m_1 {");
  expect(text).toContain("register_callback<int(int), ::gen_bindings::on_error::deferred<>>();");
  expect(text).toContain("if (::gen_bindings_mutants::runs(1)) return gen_bindings_start_1();");
});
