/** What the conformance suite refuses in a spec, and when a pair counts as conforming. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchFolder } from "../toolchain/scratch.js";

const script = (name: string) =>
  import(new URL(`../../scripts/conformance/${name}`, import.meta.url).href);

test.each([
  "f",
  "::f",
  "acme::Box<int const&, 3>::make",
  "by_value<std::complex<long double>>::rewrap",
  "&boost::python::slice",
  "static_cast<int (*)(int, std::vector<X> const&)>(&acme::pick)",
  "static_cast<int (X::*)(int) const>(&X::pick)",
  "std::string()",
  'acme::label("a b", 1, true)',
  "std::auto_ptr<vector>(new dvector)",
  "std::mem_fn(&X::inner)",
  "4.25",
  '"wow"',
  "std::map<std::string, boost::shared_ptr<X>>",
])("%s is a name, a cast or a construction", async (text) => {
  const { breaches } = await script("spec-rules.mjs");
  expect(breaches({ functions: [{ name: "f", cpp: text }] })).toEqual([]);
});

test.each([
  "[](X& x) { return x.n; }",
  "f(); g()",
  "(f(), g)",
  "f(g(1))",
  "f(x)",
  "x + 1",
  "x.y",
  "x->y",
  "x = y",
  "c ? f : g",
  "f; g",
  "static_cast<int (*)(int)>(&f)(3)",
  'def("f", &f)',
])("%s is more than that", async (text) => {
  const { breaches } = await script("spec-rules.mjs");
  expect(breaches({ classes: [{ methods: [{ name: "f", cpp: text }] }] })).toEqual([
    { path: "/classes/0/methods/0/cpp", kind: "expression", text },
  ]);
});

test.each(["code", "steps", "expression"])("no %s stands in a spec", async (key) => {
  const { breaches } = await script("spec-rules.mjs");
  expect(breaches({ classes: [{ [key]: [{ cpp: "f" }] }] })).toMatchObject([
    { path: `/classes/0/${key}`, kind: "verbatim" },
  ]);
});

const passed = { passed: true, stage: "run", examples: 3, failures: 0 };
const failed = { passed: false, stage: "run", examples: 3, failures: 1 };

test.each([
  ["passes as upstream does", passed, passed, true],
  ["fails where upstream passes", failed, passed, false],
  ["runs fewer examples", { ...passed, examples: 2 }, passed, false],
  ["passes where upstream fails", passed, failed, true],
  ["fails in as many examples", failed, failed, true],
  ["fails in more examples", { ...failed, failures: 2 }, failed, false],
  [
    "is not built, as upstream is not",
    { ...failed, stage: "build" },
    { ...failed, stage: "build" },
    false,
  ],
])("a pair that %s", async (_, ours, upstream, expected) => {
  const { conforms } = await script("report.mjs");
  expect(conforms({ pair: { name: "keywords" }, ours, upstream })).toBe(expected);
});

const readsDocstrings = { ...failed, dispatch: "fast", failed: ["f.__doc__.splitlines()[1]\n"] };

test.each([
  ["fails in Boost.Python's docstrings", "keywords", readsDocstrings, true],
  ["fails elsewhere too", "keywords", { ...readsDocstrings, failed: ["f.__doc__", "f()"] }, false],
  ["fails outside of its examples", "keywords", { ...readsDocstrings, failed: [] }, false],
  ["is not named", "callbacks", readsDocstrings, false],
  ["has the dispatch boost", "keywords", { ...readsDocstrings, dispatch: "boost" }, false],
])("with dispatch fast a pair that %s", async (_, name, ours, expected) => {
  const { conforms } = await script("report.mjs");
  expect(conforms({ pair: { name }, ours, upstream: passed })).toBe(expected);
});

test("later runs are compared with the first", async () => {
  const { comparedWithFirstRun } = await script("first-run.mjs");
  const file = join(scratchFolder(), "first-run.json");
  expect(comparedWithFirstRun(file, 600)).toBe(
    "600 s, the first run of all pairs: later ones are compared with it",
  );
  expect(comparedWithFirstRun(file, 30)).toBe(
    "30 s; the first run took 600 s: the cache saved 9.5 minutes",
  );
  expect(comparedWithFirstRun(file, 700)).toMatch(
    /first run took 600 s: the cache saved 0\.0 minutes/,
  );
});

test("a failure under upstream's bindings has a reason, or is one of the run", async () => {
  const { unexplained, upstreamFailureLines } = await script("report.mjs");
  const row = (name: string, ours: boolean, upstream: boolean) => ({
    pair: { name },
    ours: { passed: ours },
    upstream: { passed: upstream },
  });
  const rows = [row("args", true, true), row("nested", false, false), row("pickle1", true, false)];
  expect(upstreamFailureLines(rows)).toEqual([
    expect.stringMatching(/^fails with both bindings: nested: it expects /),
    expect.stringMatching(/^fails with upstream's bindings alone: pickle1: it does not know /),
  ]);
  expect(unexplained(rows)).toBe(0);
  expect(unexplained([...rows, row("args", false, false)])).toBe(1);
});
