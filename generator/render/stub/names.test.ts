/** How names are spelled where the module has the same ones. */
import { expect, test } from "vitest";
import { stubNames } from "./names.js";

const none = new Set<string>();
const place = { module: "m", submodule: "", submodules: [], top: none, inner: none };

test("what is free is imported by its name, and builtins need no import", () => {
  const names = stubNames(place);
  const spelled = names.spell("collections.abc.Callable[[builtins.int, .A.B], typing.Any] | None");
  expect(spelled).toBe("Callable[[int, A.B], Any] | None");
  expect(names.imports()).toEqual([
    "from collections.abc import Callable",
    "from typing import Any",
  ]);
});

test("what the module has too comes with its own module in front", () => {
  const names = stubNames({ ...place, top: new Set(["Any"]), inner: new Set(["list"]) });
  expect(names.spell("builtins.list[typing.Any]")).toBe("_builtins.list[_typing.Any]");
  expect(names.imports()).toEqual(["import builtins as _builtins", "import typing as _typing"]);
});

test("of two modules that have one name, the second comes with itself in front", () => {
  const names = stubNames(place);
  expect(names.spell("typing.Sequence | collections.abc.Sequence")).toBe(
    "Sequence | _collections_abc.Sequence",
  );
});

test("what a class would hide is called by another name", () => {
  const names = stubNames({
    ...place,
    top: new Set(["Color", "_Color"]),
    inner: new Set(["Color"]),
  });
  expect(names.spell(".Color.Kind")).toBe("__Color.Kind");
  expect(names.aliases()).toEqual([{ alias: "__Color", name: "Color" }]);
});

test("texts are left alone", () => {
  const names = stubNames(place);
  expect(names.spell(`typing.Literal["builtins.int", 'r', 1]`)).toBe(
    `Literal["builtins.int", 'r', 1]`,
  );
});

test("what another part of the module has is imported from there", () => {
  const names = stubNames({ ...place, submodule: "io", submodules: ["io", "io.text"] });
  expect(names.spell(".io.File.Mode | .io.text.Line | .Shape.Kind")).toBe(
    "File.Mode | Line | Shape.Kind",
  );
  expect(names.imports()).toEqual(["from m import Shape", "from m.io.text import Line"]);
});
