/** What is printed for the less usual specs. */
import { describe, expect, test } from "vitest";
import { generated, spec } from "../../tests/language/check.js";

const module = (parts: object) => generated(spec(parts), "src/module.cpp");

describe("conditions", () => {
  test("take the parameters that they name, and no others", async () => {
    const gil = { policy: "release", when: 's.size() > std::string("n").size() /* k */' };
    const params = ["s", "size", "n", "k"].map((name) => ({ name, type: "std::string" }));
    const text = await module({ functions: [{ name: "f", gil, params }] });
    const taken = /\[\]\((.*)\) -> bool/.exec(text)?.[1];
    expect(taken?.match(/\w+(?=,|$)/g)).toEqual(["s"]);
  });
});

describe("headers", () => {
  test("are those of the types of Boost.Python that are named", async () => {
    const params = ["long_", "boost::python::numpy::ndarray"].map((type) => ({ type }));
    const text = await generated(
      spec({ functions: [{ name: "f", params, returns: "dict" }] }, { numpy: true }),
      "src/module.cpp",
    );
    for (const name of ["dict", "long", "numpy"]) {
      expect(text).toContain(`#include <boost/python/${name}.hpp>`);
    }
    expect(text).not.toContain("long_.hpp");
  });
});

describe("overloads", () => {
  test("are defined in the reverse of the spec's order, whoever makes them", async () => {
    const constructors = [
      { params: [{ type: "int" }] },
      { raw: true, factory: "acme::init" },
      { params: [{ type: "double" }] },
    ];
    const text = await module({ classes: [{ name: "A", constructors }] });
    const defined = [...text.matchAll(/^#line 1 "\w+\/classes\/A\/constructors\/(\d)"\n.*def/gm)];
    expect(defined.map((each) => each[1])).toEqual(["3", "2", "1"]);
  });
});

describe("steps", () => {
  test("a value may have any name, that of a result too", async () => {
    const steps = [
      { release: "acme::one()", as: "result" },
      { release: "acme::two(result)", as: "call" },
      { acquire: "acme::three(call)" },
    ];
    const text = await module({ functions: [{ name: "f", returns: "int", steps }] });
    const bound = [...text.matchAll(/::gen_bindings::bound_value (\w+)\{/g)].map((each) => each[1]);
    expect(new Set([...bound, "gen_bindings_call"]).size).toBe(4);
  });

  test("a parameter that no step names is no warning", async () => {
    const params = ["a", "b"].map((name) => ({ name, type: "int" }));
    const steps = [{ release: "acme::one(a)" }];
    const text = await module({ functions: [{ name: "f", params, steps }] });
    expect(text).toContain("call_f(int a, [[maybe_unused]] int b)");
  });

  test("an object that no step names is no warning", async () => {
    const methods = [{ name: "f", steps: [{ release: "acme::one()" }] }];
    const text = await module({ classes: [{ name: "A", methods }] });
    expect(text).toContain("([[maybe_unused]] ::A& self)");
  });
});

describe("emitted tests", () => {
  test("no two functions have one name", async () => {
    const examples = [{ call: "1", returns: "1" }];
    const functions = [
      { name: "f", examples },
      { name: "f", params: [{ name: "a", type: "int" }], examples },
      { name: "f_2", examples },
      { name: "f__2", examples },
    ];
    for (const path of ["tests/test_examples.py", "tests/test_gil_policies.py"]) {
      const text = await generated(spec({ functions }), path);
      const names = [...text.matchAll(/^(?:def )?(\w+)(?:\(| = Example)/gm)].map((each) => each[1]);
      expect(names.length).toBeGreaterThanOrEqual(4);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
