/** Which tests are printed for a property: its examples stand for getter and setter. */
import { expect, test } from "vitest";
import { generated, spec } from "../../tests/language/check.js";

const printed = (file: string, setup: string) => {
  const examples = [{ call: "a.size", returns: "2", setup }];
  const properties = [{ name: "size", get: "size", set: "resize", examples }];
  return generated(spec({ classes: [{ name: "A", properties }] }), file);
};

test("an example whose setup assigns to a property proves its setter", async () => {
  const text = await printed("tests/test_gil_policies.py", "a = A(); a.size = 2");
  expect(text).not.toContain('("A.size.set", "hold")');
  expect(text).toContain("def test_A_size_get_holds_the_gil");
  expect(text).toContain("def test_A_size_set_holds_the_gil");
});

test.each(["a = A(2)", "a = A(); assert a.size == 2", "a = A(); a.sizes = 2"])(
  "an example that is set up by %s leaves the setter unproved",
  async (setup) => {
    const text = await printed("tests/test_gil_policies.py", setup);
    expect(text).toContain('("A.size.set", "hold")');
    expect(text).not.toContain("def test_A_size_set");
  },
);

test("an example of a property is tested once", async () => {
  const text = await printed("tests/test_examples.py", "a = A(); a.size = 2");
  expect(text.match(/^def test_/gm)).toHaveLength(1);
});
