/** What `explain` prints of each policy: the settings, and the timeline. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { specFile } from "../../tests/language/check.js";
import type { Tree } from "../../tests/output/folders.js";
import { explain } from "./explain.js";

const SPEC = {
  module: { name: "m", namespace: "acme" },
  types: { Progress: { callback: "void(double fraction)", onError: "deferred", thread: "native" } },
  functions: [
    {
      name: "held",
      params: [{ name: "call", type: "std::function<int(int)>" }],
      returns: "int",
    },
    {
      name: "sometimes",
      gil: { policy: "release", when: "n > 4096" },
      params: [{ name: "n", type: "int" }],
      returns: "int",
    },
    { name: "released", gil: "release", params: [{ name: "progress", type: "Progress" }] },
    { name: "steered", gil: "guard" },
    { name: "told", dispatch: "fast", docstrings: { cpp: true } },
    {
      name: "stepped",
      params: [{ name: "call", type: "std::function<void(int)>" }],
      returns: "int",
      steps: [
        { release: "acme::first()", as: "x" },
        { acquire: "call(x)" },
        { release: "acme::second(x)" },
      ],
    },
  ],
  classes: [
    {
      name: "Counter",
      lock: "self",
      constructors: [{ params: [{ name: "n", type: "int" }] }],
      methods: [
        { name: "add", gil: "release", params: [{ name: "other", type: "const Journal&" }] },
        { name: "get", returns: "int", mutates: false },
      ],
    },
    { name: "Journal", lock: { member: "mutex_" }, constructors: [{}] },
    {
      name: "Shelf",
      constructors: [{}],
      methods: [
        { name: "count", returns: "int" },
        {
          name: "journal",
          params: [{ name: "other", type: "const Journal&" }],
          returns: "const Journal&",
          policy: {
            return: "return_internal_reference",
            custodianAndWard: [{ custodian: "self", ward: "other" }],
          },
        },
      ],
    },
    { name: "Cabinet", bases: ["Shelf"], constructors: [{}] },
    { name: "Safe", bases: ["Cabinet"], methods: [{ name: "count", returns: "int" }] },
    {
      name: "Shape",
      copyable: false,
      destructor: { gil: "release", blocks: true },
      constructors: [{}],
      methods: [
        { name: "area", virtual: true, const: true, returns: "double" },
        {
          name: "tick",
          virtual: "pure",
          thread: "native",
          onError: "terminate",
          params: [{ name: "n", type: "int" }],
        },
      ],
    },
  ],
};

test("a method of a class that may be absent", async () => {
  const spec = {
    module: { name: "engine" },
    classes: [
      {
        name: "Stream",
        since: "ACME_VERSION >= 5",
        methods: [{ name: "flush", until: "ACME_MODERN" }],
      },
    ],
  };
  const text = (await printed("Stream.flush", spec)).replaceAll(
    /\S*engine\.spec\.json:\d+:\d+/g,
    "HERE",
  );
  expect(text).toMatch(/^ {2}since +ACME_VERSION >= 5 +at HERE$/m);
  expect(text).toMatch(/^ {2}until +ACME_MODERN +at HERE$/m);
});

/** What is printed, without the places, which depend on how the spec is laid out. */
async function explained(name: string): Promise<string> {
  return (await printed(name, SPEC)).replaceAll(/\S*engine\.spec\.json:\d+:\d+/g, "HERE");
}

async function printed(name: string, spec: object | string, beside: Tree = {}): Promise<string> {
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => lines.push(line),
    printError: (line: string) => lines.push(line),
    isInteractive: false,
  };
  const path = specFile(spec, beside);
  await explain(
    name,
    { specs: [path], force: false },
    { cwd: dirname(path), environment: {}, terminal },
  );
  const said = lines.join("\n").replaceAll(path, "engine.spec.json");
  return said.replaceAll(`${dirname(path)}/`, "");
}

async function timeline(name: string): Promise<readonly string[]> {
  return (await explained(name))
    .split("\n")
    .filter((line) => line.startsWith("    "))
    .map((line) => line.trimEnd());
}

test("hold", async () => {
  expect(await timeline("held")).toEqual([
    "    attached   converts call",
    "    attached   ::acme::held(call)",
    "    attached     calls back call (any thread), propagate",
    "    attached   converts the result",
  ]);
});

test("release, with a callback", async () => {
  expect(await timeline("released")).toEqual([
    "    attached   converts progress",
    "    detached   ::acme::released(progress)",
    "    attached     calls back progress (a thread of the library's own), deferred",
    "    attached   raises what was deferred, if anything",
    "    attached   returns None",
  ]);
});

test("release … when", async () => {
  expect(await timeline("sometimes")).toEqual([
    "    attached     converts n",
    "    attached     evaluates n > 4096, which decides: true detaches, false does not",
    "    as decided   ::acme::sometimes(n)",
    "    attached     converts the result",
  ]);
});

test("guard", async () => {
  expect(await timeline("steered")).toEqual([
    "    attached   ::acme::steered(its guard)",
    "    attached   undoes what the guard has left open",
    "    attached   returns None",
  ]);
});

test("steps", async () => {
  expect(await timeline("stepped")).toEqual([
    "    attached   converts call",
    "    detached   x = acme::first()",
    "    attached   call(x)",
    "    attached     calls back call (any thread), propagate",
    "    detached   acme::second(x)",
    "    attached   converts the result",
  ]);
});

test("a lock, with each mutex and each setting's origin", async () => {
  expect(await explained("Counter.add")).toBe(`m.Counter.add(other: Journal) -> None
  declared    HERE
  gil         release  from this method at HERE
  lock        self     from class Counter at HERE
  mutexes     self, other (its own mutex_)
  mutates     yes      from built in
  blocks      no
  exceptions  yes      from built in
  dispatch    fast     from built in
  a call from Python:
    attached   converts self, other
    detached   locks self, other (its own mutex_)
    detached   self.add(other)
    attached   returns None`);
});

test("a lock of a held call, which is waited for detached", async () => {
  expect(await timeline("Counter.get")).toContain(
    "    attached   locks self; detached where it has to wait",
  );
});

test("why a call is not dispatched as it is set to be", async () => {
  expect(await explained("told")).toContain(
    "  dispatch    boost, not fast: the docstring shows signatures in C++  from this function at HERE",
  );
});

test("a class, by its destructor, with its constructors", async () => {
  expect(await explained("Shape")).toBe(`class m.Shape
  declared    HERE
  held        value
  lock        none             from built in
  destructor  release, blocks  from class Shape at HERE
  virtual     Shape.area
  virtual     Shape.tick

m.Shape.__init__() -> Shape
  declared    HERE
  gil         hold  from built in
  lock        none  from built in
  blocks      no
  exceptions  yes   from built in
  dispatch    fast  from built in
  a call from Python:
    attached   new trampoline_Shape()
    attached   puts it into the Python object`);
});

test("an override, and the implementation in C++", async () => {
  expect(await timeline("Shape.area")).toEqual([
    "    attached   converts self",
    "    attached   self.area()",
    "    detached     its own implementation, for an object made in Python",
    "    attached   converts the result",
    "    attached   looks for an override in the object and in its class",
    "    attached   calls the override, converts its result; an error: propagate",
    "    detached   without one: the C++ implementation of Shape.area",
  ]);
  expect(await explained("Shape.area")).toContain("  a call from C++, on any thread:\n");
});

test("an override that there has to be", async () => {
  const text = await explained("Shape.tick");
  expect(text).toContain("  onError     terminate  from this method at HERE\n");
  expect(text).toContain("  a call from C++, on a thread of the library's own:\n");
  expect(text).toContain("    attached   without one: NotImplementedError, terminate");
});

test("a name that is near", async () => {
  expect(await explained("Counter.ad")).toContain('did you mean "Counter.add"?');
});

test("what docs/spec.md shows", async () => {
  const page = readFileSync(new URL("../../docs/spec.md", import.meta.url), "utf8");
  const [, shown = ""] = /```text\n(engine\.Counter\.add[\s\S]*?)\n```/.exec(page) ?? [];
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  const block = blocks.find((text) => text.includes('"name": "add"')) ?? "";
  expect(await printed("Counter.add", block)).toBe(shown);
});

test("a call policy, and who keeps whom alive", async () => {
  expect(await explained("Shelf.journal")).toContain("  call policy  return_internal_reference\n");
  expect(await explained("Shelf.journal")).toContain(
    "  keeps alive  the object keeps other alive\n",
  );
});

test("a name that a class inherits", async () => {
  expect(await explained("Cabinet.count")).toBe(await explained("Shelf.count"));
  expect(await explained("Safe.journal")).toBe(await explained("Shelf.journal"));
  expect(await explained("Safe.count")).not.toBe(await explained("Shelf.count"));
});

describe("a name that a class inherits from a class of another module", () => {
  const shapes = {
    module: { name: "shapes" },
    functions: [{ name: "area" }],
    classes: [
      {
        name: "Shape",
        constructors: [{}],
        methods: [
          { name: "area", gil: "release", returns: "double" },
          { name: "flush", since: "ACME_VERSION >= 5" },
          { name: "name", returns: "int" },
        ],
      },
      { name: "Round", bases: ["Shape"], methods: [{ name: "name", returns: "int" }] },
    ],
  };
  const solids = {
    module: { name: "solids" },
    imports: ["round.spec.json"],
    classes: [
      { name: "Sphere", bases: ["Ball"], constructors: [{}] },
      { name: "Dent", bases: ["Sphere"], methods: [{ name: "area", returns: "double" }] },
    ],
  };
  const round = {
    module: { name: "round" },
    imports: [{ spec: "shapes.spec.json", module: "acme.shapes" }],
    classes: [{ name: "Ball", bases: ["Round"] }],
  };
  const beside = {
    "shapes.spec.json": JSON.stringify(shapes),
    "round.spec.json": JSON.stringify(round),
  };
  const told = (name: string) => printed(name, solids, beside);

  test("is said by the module that declares it, with its settings and places", async () => {
    const text = await told("Sphere.area");
    expect(text).toMatch(/^acme\.shapes\.Shape\.area\(\) -> /);
    expect(text).toMatch(/^ {2}gil +release +from this method at shapes\.spec\.json:\d+:\d+$/m);
    expect(await told("solids.Sphere.area")).toBe(text);
    expect(await told("Dent.flush")).toMatch(/^ {2}since +ACME_VERSION >= 5 +at /m);
  });

  test("is that of the nearest class that declares it", async () => {
    expect(await told("Sphere.name")).toMatch(/^acme\.shapes\.Round\.name\(\)/);
    expect(await told("Dent.area")).toMatch(/^solids\.Dent\.area\(\)/);
  });

  test("stands for nothing where no class of the module inherits it", async () => {
    for (const name of ["Shape.area", "round.Ball.area", "acme.shapes.Round.area", "area"]) {
      expect(await told(name), name).toContain("error GB0003");
    }
    expect(await told("Sphere.aera")).toContain('did you mean "Sphere.area"?');
  });
});
