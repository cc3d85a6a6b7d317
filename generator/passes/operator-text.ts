/** Parses an operator as a spec writes it: `self + int`, `1 < self`, `str(self)`, `self[int] = double`. */
import { didYouMean, nearest } from "../diagnostics/nearest.js";
import {
  BINARY,
  BINARY_FUNCTIONS,
  CALL,
  CONTAINS,
  DELETE_ITEM,
  FUNCTIONS,
  GET_ITEM,
  IN_PLACE,
  type OperatorFacts,
  SET_ITEM,
  UNARY,
} from "./operator-table.js";
import { splitList } from "./split-list.js";

/** What an operator takes beside self. */
export interface Operand {
  /** Its keyword in Python, and the parameter's name in C++. */
  readonly name: string;
  /** A type of the language, a literal, or "self". */
  readonly text: string;
  /** Where the text stands in the operator's. */
  readonly offset: number;
}

export interface OperatorForm {
  readonly facts: OperatorFacts;
  /** The special method's name. */
  readonly name: string;
  /** In the order in which Python passes them. */
  readonly operands: readonly Operand[];
  /** The names of all, self included, in the order written. */
  readonly written: readonly string[];
}

/** What is wrong with an operator's text, where, and a way out of it. */
export interface OperatorSyntaxError {
  readonly why: string;
  readonly way: string;
  readonly offset: number;
  readonly length: number;
}

export type ParsedOperator =
  | { readonly value: OperatorForm }
  | { readonly error: OperatorSyntaxError };

const SYMBOL = "[-+*/%@<>=!&^|~]";
const SELF_FIRST = new RegExp(`^self\\b\\s*(${SYMBOL}+)\\s*(.*)$`);
const SELF_LAST = new RegExp(`^(.*?)\\s*(?<!${SYMBOL})(${SYMBOL}+)\\s*self$`);
const ITEM = /^(?:(del)\s+)?self\s*\[([^[\]]*)\](?:\s*=(?!=)\s*(.+))?$/;
const FUNCTION = /^([A-Za-z_]\w*)\s*\((.*)\)$/;
const CONTAINED = /^(.+?)\s+in\s+self$/;

export function parseOperator(written: string): ParsedOperator {
  const text = written.trim();
  const parsed = item(text) ?? word(text) ?? functionOf(text) ?? symbol(text) ?? nothingLike(text);
  const start = written.length - written.trimStart().length;
  if ("error" in parsed) {
    return { error: { ...parsed.error, offset: parsed.error.offset + start } };
  }
  const operands = parsed.value.operands.map((each) => ({ ...each, offset: each.offset + start }));
  return { value: { ...parsed.value, operands } };
}

/** `self[int]`, `self[int] = double`, `del self[int]`. */
function item(text: string): ParsedOperator | undefined {
  const match = ITEM.exec(text);
  if (match === null) return undefined;
  const [, del, list = "", value] = match;
  const [index, ...others] = operandsOf(list, text.indexOf("[") + 1, () => "index");
  if (index === undefined || others.length > 0 || (del !== undefined && value !== undefined)) {
    return wrong(text, 0, "an item has one index", 'write "self[int]", or a tuple as the index');
  }
  if (value === undefined) return formed(del === undefined ? GET_ITEM : DELETE_ITEM, [index]);
  const last = { name: "value", text: value.trimEnd(), offset: text.length - value.length };
  return formed(SET_ITEM, [index, last]);
}

/** `not self`, `int in self`. */
function word(text: string): ParsedOperator | undefined {
  const isTrue = UNARY.get("!");
  if (isTrue !== undefined && /^not\s+self$/.test(text)) return formed(isTrue, []);
  const contained = CONTAINED.exec(text)?.[1];
  if (contained === undefined) return undefined;
  return formed(CONTAINS, [{ name: "other", text: contained, offset: 0 }]);
}

/** `self(int, int)`, `str(self)`, `pow(int, self)`. */
function functionOf(text: string): ParsedOperator | undefined {
  const match = FUNCTION.exec(text);
  if (match === null) return undefined;
  const [, name = "", list = ""] = match;
  const operands = operandsOf(list, text.indexOf("(") + 1, (index) => `argument_${index + 1}`);
  if (name === "self") return formed(CALL, operands);
  const conversion = FUNCTIONS.get(name);
  const [first, second, third, ...others] = operands;
  if (conversion !== undefined) {
    if (first?.text === "self" && second === undefined) return formed(conversion, []);
    return wrong(text, 0, `${name} takes the object alone`, `write "${name}(self)"`);
  }
  const facts = BINARY_FUNCTIONS.get(name);
  if (facts === undefined) {
    const names = [...FUNCTIONS.keys(), ...BINARY_FUNCTIONS.keys()];
    return unknown(name, 0, `"${name}" is no function that asks an object`, names);
  }
  const isPower = third === undefined || (name === "pow" && first?.text === "self");
  if (first === undefined || second === undefined || !isPower || others.length > 0) {
    return wrong(text, 0, `${name} has other operands`, `write "${name}(self, int)"`);
  }
  if (third === undefined) return binary(facts, first, second, text);
  const { name: method, result, mutates } = facts;
  const power = [
    { ...second, name: "other" },
    { ...third, name: "modulus" },
  ];
  return formed({ name: method, result, mutates }, power);
}

/** `-self`, `self + int`, `double * self`, `self -= self`. */
function symbol(text: string): ParsedOperator | undefined {
  const first = SELF_FIRST.exec(text);
  const last = first === null ? SELF_LAST.exec(text) : null;
  const [, left = "", sign = "", right = ""] =
    first === null ? [...(last ?? []), "self"] : ["", "self", ...first.slice(1)];
  if (first === null && last === null) return undefined;
  const place = first === null ? text.lastIndexOf(sign) : text.indexOf(sign);
  if (left === "") {
    const facts = UNARY.get(sign);
    if (facts !== undefined) return formed(facts, []);
    return unknown(sign, place, `"${sign}" is no operator of one operand`, [...UNARY.keys()]);
  }
  if (right === "") {
    return wrong(
      sign,
      place,
      `"${sign}" has no right operand`,
      `write it as in "self ${sign} self"`,
    );
  }
  const operands = [
    { name: "other", text: left, offset: 0 },
    { name: "other", text: right.trimEnd(), offset: text.length - right.length },
  ] as const;
  const inPlace = IN_PLACE.get(sign);
  if (inPlace !== undefined) {
    if (left === "self") return formed(inPlace, [operands[1]]);
    return wrong(sign, place, "it changes its left operand", `write it as in "self ${sign} self"`);
  }
  const facts = BINARY.get(sign);
  if (facts !== undefined) return binary(facts, ...operands, text);
  const names = [...BINARY.keys(), ...IN_PLACE.keys()];
  return unknown(sign, place, `"${sign}" is no operator of two operands`, names);
}

/** Of two operands one is self; the left one, if both are. */
function binary(facts: OperatorFacts, left: Operand, right: Operand, text: string): ParsedOperator {
  if (left.text === "self") return formed(facts, [{ ...right, name: "other" }]);
  if (right.text !== "self") return nothingLike(text);
  return {
    value: {
      facts,
      name: facts.reflected ?? facts.name,
      operands: [{ ...left, name: "other" }],
      written: ["other", "self"],
    },
  };
}

function formed(facts: OperatorFacts, operands: readonly Operand[]): ParsedOperator {
  const written = ["self", ...operands.map((each) => each.name)];
  return { value: { facts, name: facts.name, operands, written } };
}

function operandsOf(
  list: string,
  start: number,
  nameOf: (index: number) => string,
): readonly Operand[] {
  return splitList(list).map(({ text, offset }, index) => ({
    name: nameOf(index),
    text,
    offset: start + offset,
  }));
}

function wrong(part: string, offset: number, why: string, way: string): ParsedOperator {
  return { error: { why, way, offset, length: part.length } };
}

function unknown(
  part: string,
  offset: number,
  why: string,
  known: readonly string[],
): ParsedOperator {
  // One sign is as near to any other.
  const near = part.length === 1 ? "" : didYouMean(part, known).trim();
  return wrong(part, offset, why, near === "" ? `those are ${known.join(" ")}` : near);
}

function nothingLike(text: string): ParsedOperator {
  const words = text.match(/[A-Za-z_]\w*/g) ?? [];
  const slip = words.find((each) => nearest(each, ["self"]) !== undefined);
  if (slip !== undefined && slip !== "self") {
    return wrong(slip, text.indexOf(slip), `"${slip}" is not "self"`, 'did you mean "self"?');
  }
  const why = slip === undefined ? 'it has no "self"' : "Python has no such operator";
  return wrong(text, 0, why, 'write it as in "self + int", "1 < self", "str(self)" or "self[int]"');
}
