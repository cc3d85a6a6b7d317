/** Operators as people write them: what Python calls them, and what C++ does. */
import { describe, expect, test } from "vitest";
import { parseOperator } from "./operator-text.js";

/** "__radd__(int): other + self" */
function shown(text: string): string {
  const parsed = parseOperator(text);
  if ("error" in parsed) return `${parsed.error.why}; ${parsed.error.way}`;
  const { facts, name, operands, written } = parsed.value;
  const taken = operands.map((each) => each.text).join(", ");
  return `${name}(${taken}): ${facts.cpp?.(written, "T") ?? "no C++"} -> ${facts.result}`;
}

describe("what is written", () => {
  test.each([
    ["self + self", "__add__(self): self + other -> class"],
    ["self+int", "__add__(int): self + other -> class"],
    ["  double  *  self ", "__rmul__(double): other * self -> class"],
    ["std::vector<int> > self", "__lt__(std::vector<int>): other > self -> bool"],
    ["self & const Vector&", "__and__(const Vector&): self & other -> class"],
    ["Vector & self", "__rand__(Vector): other & self -> class"],
    ["1 < self", "__gt__(1): other < self -> bool"],
    ["self < -1", "__lt__(-1): self < other -> bool"],
    ["self == selfish", "__eq__(selfish): self == other -> bool"],
    ["self /= std::int64_t", "__itruediv__(std::int64_t): self /= other -> self"],
    ["self / self", "__truediv__(self): self / other -> class"],
    ["self <<= int", "__ilshift__(int): self <<= other -> self"],
    ["self <= int", "__le__(int): self <= other -> bool"],
    ["self // int", "__floordiv__(int): no C++ -> class"],
    ["self **= int", "__ipow__(int): no C++ -> self"],
    ["self ** int", "__pow__(int): pow(self, other) -> class"],
    ["int @ self", "__rmatmul__(int): no C++ -> class"],
    ["-self", "__neg__(): -self -> class"],
    ["+ self", "__pos__(): +self -> class"],
    ["!self", "__bool__(): !!self -> bool"],
    ["not self", "__bool__(): !!self -> bool"],
    ["bool(self)", "__bool__(): static_cast<T>(self) -> bool"],
    ["abs( self )", "__abs__(): abs(self) -> class"],
    ["pow(self, int)", "__pow__(int): pow(self, other) -> class"],
    ["pow(int,self)", "__rpow__(int): pow(other, self) -> class"],
    ["pow(self, int, long)", "__pow__(int, long): no C++ -> class"],
    ["divmod(std::map<int, int>, self)", "__rdivmod__(std::map<int, int>): no C++ -> deduced"],
    ["complex(self)", "__complex__(): static_cast<T>(self) -> std::complex<double>"],
    ["repr(self)", "__repr__(): ::gen_bindings::printed(self) -> std::string"],
    ["len(self)", "__len__(): self.size() -> std::size_t"],
    ["self[int]", "__getitem__(int): self[index] -> deduced"],
    ["self[int] = double", "__setitem__(int, double): self[index] = value -> void"],
    ["del self[std::string]", "__delitem__(std::string): no C++ -> void"],
    ["int in self", "__contains__(int): no C++ -> bool"],
    ["self()", "__call__(): self() -> deduced"],
    [
      "self(int, std::function<int(int, int)>)",
      "__call__(int, std::function<int(int, int)>): self(argument_1, argument_2) -> deduced",
    ],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe("what can't be read", () => {
  test.each([
    ["slef + int", '"slef" is not "self"; did you mean "self"?'],
    [
      "int + int",
      'it has no "self"; write it as in "self + int", "1 < self", "str(self)" or "self[int]"',
    ],
    ["self && int", '"&&" is no operator of two operands; did you mean "&"?'],
    [
      "self plus int",
      'Python has no such operator; write it as in "self + int", "1 < self", "str(self)" or "self[int]"',
    ],
    ["*self", '"*" is no operator of one operand; those are - + ~ !'],
    ["self +", '"+" has no right operand; write it as in "self + self"'],
    ["int += self", 'it changes its left operand; write it as in "self += self"'],
    ["lenn(self)", '"lenn" is no function that asks an object; did you mean "len"?'],
    ["str(int)", 'str takes the object alone; write "str(self)"'],
    ["pow(self)", 'pow has other operands; write "pow(self, int)"'],
    ["pow(int, self, int)", 'pow has other operands; write "pow(self, int)"'],
    ["self[int, int]", 'an item has one index; write "self[int]", or a tuple as the index'],
    ["del self[int] = 1", 'an item has one index; write "self[int]", or a tuple as the index'],
    ["", 'it has no "self"; write it as in "self + int", "1 < self", "str(self)" or "self[int]"'],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test("the place is that of the mistake", () => {
    const parsed = parseOperator(" self && int");
    expect(parsed).toMatchObject({ error: { offset: 6, length: 2 } });
    expect(parseOperator(" double * self")).toMatchObject({
      value: { operands: [{ name: "other", text: "double", offset: 1 }] },
    });
  });
});
