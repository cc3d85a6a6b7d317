/** The letters by which the runtime header numbers.hpp knows the types of numbers. */
import type { Parameter } from "../../model/callable.js";

/** As Python's module struct has them; j and J are 64 bits, whichever type of C++ that is. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["bool", "?"],
  ["signed char", "b"],
  ["unsigned char", "B"],
  ["short", "h"],
  ["short int", "h"],
  ["unsigned short", "H"],
  ["unsigned short int", "H"],
  ["int", "i"],
  ["unsigned", "I"],
  ["unsigned int", "I"],
  ["long", "l"],
  ["long int", "l"],
  ["unsigned long", "L"],
  ["unsigned long int", "L"],
  ["long long", "q"],
  ["long long int", "q"],
  ["unsigned long long", "Q"],
  ["unsigned long long int", "Q"],
  ["std::int8_t", "b"],
  ["std::uint8_t", "B"],
  ["std::int16_t", "h"],
  ["std::uint16_t", "H"],
  ["std::int32_t", "i"],
  ["std::uint32_t", "I"],
  ["std::int64_t", "j"],
  ["std::uint64_t", "J"],
  ["std::ptrdiff_t", "n"],
  ["std::size_t", "N"],
  ["float", "f"],
  ["double", "d"],
]);

/** A letter for each parameter; undefined where one is no number or bool that a body takes by value. */
export function lettersOf(parameters: readonly Parameter[]): string | undefined {
  const letters = parameters.map(({ type }) =>
    type.kind === "fundamental" ? LETTERS.get(type.cpp.replace(/^::/, "")) : undefined,
  );
  return letters.includes(undefined) ? undefined : letters.join("");
}
