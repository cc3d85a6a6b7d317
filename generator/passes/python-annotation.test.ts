/** What a spec may say of a type to Python. */
import { expect, test } from "vitest";
import { readAnnotation } from "./python-annotation.js";

const declared = {
  classes: new Map([
    ["A", "::A"],
    ["A.B", "::A::B"],
  ]),
  enumerations: new Map([["Color", "::Color"]]),
  imported: { paths: new Map(), ambiguous: new Map(), origins: new Map() },
};

test.each([
  ["bytes", "builtins.bytes"],
  ["bytes|None", "builtins.bytes | None"],
  ["list[ A.B ]", "builtins.list[.A.B]"],
  ["tuple[int, ...]", "builtins.tuple[builtins.int, ...]"],
  ["Callable[[Color], Any]", "collections.abc.Callable[[.Color], typing.Any]"],
  ["Literal['a b', -1]", "typing.Literal['a b', -1]"],
  ["numpy.typing.NDArray[numpy.float64]", "numpy.typing.NDArray[numpy.float64]"],
  ["Callable[[], None]", "collections.abc.Callable[[], None]"],
])("%s is %s", (text, whole) => {
  expect(readAnnotation(text, declared)).toEqual({ text: whole });
});

test.each([
  ["", 0],
  ["list[int", 8],
  ["list[int]]", 9],
  ["int |", 5],
  ["int str", 4],
  ["list[,]", 5],
  ["f(x)", 1],
  ["int\nimport os", 4],
  ["int  # more", 5],
])("%j is out of place at %i", (text, offset) => {
  expect(readAnnotation(text, declared)).toMatchObject({ error: "form", offset });
});

test("an unknown name is told with what it may be", () => {
  const read = readAnnotation("list[byts]", declared);
  expect(read).toMatchObject({ error: "name", name: "byts", offset: 5, length: 4 });
  expect("known" in read && read.known).toContain("bytes");
});
