import { describe, expect, it } from "vitest";
import type { Parameter } from "../../model/callable.js";
import { lettersOf } from "./number-letters.js";

function parameter(cpp: string, kind = "fundamental"): Parameter {
  return { type: { kind, cpp } } as Parameter;
}

describe("lettersOf", () => {
  it("has a letter for each number and bool, in order", () => {
    const types = ["int", "unsigned long long", "::std::uint16_t", "bool", "double"];
    expect(lettersOf(types.map((each) => parameter(each)))).toBe("iQH?d");
  });

  it("says nothing of no parameters", () => {
    expect(lettersOf([])).toBe("");
  });

  it.each(["const int&", "char", "long double", "::std::complex<double>"])(
    "leaves calls with %s to the arguments",
    (cpp) => {
      expect(lettersOf([parameter("int"), parameter(cpp)])).toBeUndefined();
    },
  );

  it("leaves a class of that name to the arguments", () => {
    expect(lettersOf([parameter("int", "class")])).toBeUndefined();
  });
});
