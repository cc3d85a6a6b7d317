/**
 * The operators that a class can define: what Python calls them, and what C++ does.
 *
 * Names and reflected names: "Emulating numeric types" of the Python language reference. In place,
 * division is `__itruediv__`: Boost.Python binds `/=` to `__idiv__` (operators.hpp), which Python 3
 * never calls.
 */

export interface OperatorFacts {
  /** The special method's name. */
  readonly name: string;
  /** Its name where self is the right operand. */
  readonly reflected?: string;
  /** C++, of the operands in the order written; absent where C++ has no such operator. */
  readonly cpp?: (operands: readonly string[], result: string) => string;
  /**
   * The result where the spec names none: a C++ type; "class": self's; "self": the same object
   * again; "deduced": what C++ returns.
   */
  readonly result: string;
  readonly mutates: boolean;
}

type Cpp = NonNullable<OperatorFacts["cpp"]>;

const between =
  (symbol: string): Cpp =>
  ([left = "", right = ""]) =>
    `${left} ${symbol} ${right}`;
const before =
  (symbol: string): Cpp =>
  ([operand = ""]) =>
    `${symbol}${operand}`;
/** Found by the types of the operands, as a call without a namespace is. */
const called =
  (name: string): Cpp =>
  (operands) =>
    `${name}(${operands.join(", ")})`;
const converted: Cpp = ([operand = ""], result) => `static_cast<${result}>(${operand})`;
const printed = called("::gen_bindings::printed");

function arithmetic(name: string, cpp?: Cpp): OperatorFacts {
  const facts = { name: `__${name}__`, reflected: `__r${name}__`, result: "class", mutates: false };
  return cpp === undefined ? facts : { ...facts, cpp };
}

function comparison(name: string, reflected: string, symbol: string): OperatorFacts {
  return {
    name: `__${name}__`,
    reflected: `__${reflected}__`,
    cpp: between(symbol),
    result: "bool",
    mutates: false,
  };
}

function inPlace(name: string, cpp?: Cpp): OperatorFacts {
  const facts = { name: `__i${name}__`, result: "self", mutates: true };
  return cpp === undefined ? facts : { ...facts, cpp };
}

function unary(name: string, result: string, cpp?: Cpp): OperatorFacts {
  const facts = { name: `__${name}__`, result, mutates: false };
  return cpp === undefined ? facts : { ...facts, cpp };
}

/** By the symbol between two operands, or the function's name. */
export const BINARY: ReadonlyMap<string, OperatorFacts> = new Map([
  ["+", arithmetic("add", between("+"))],
  ["-", arithmetic("sub", between("-"))],
  ["*", arithmetic("mul", between("*"))],
  ["/", arithmetic("truediv", between("/"))],
  ["//", arithmetic("floordiv")],
  ["%", arithmetic("mod", between("%"))],
  ["@", arithmetic("matmul")],
  ["**", arithmetic("pow", called("pow"))],
  ["<<", arithmetic("lshift", between("<<"))],
  [">>", arithmetic("rshift", between(">>"))],
  ["&", arithmetic("and", between("&"))],
  ["^", arithmetic("xor", between("^"))],
  ["|", arithmetic("or", between("|"))],
  ["<", comparison("lt", "gt", "<")],
  ["<=", comparison("le", "ge", "<=")],
  [">", comparison("gt", "lt", ">")],
  [">=", comparison("ge", "le", ">=")],
  ["==", comparison("eq", "eq", "==")],
  ["!=", comparison("ne", "ne", "!=")],
]);

export const IN_PLACE: ReadonlyMap<string, OperatorFacts> = new Map([
  ["+=", inPlace("add", between("+="))],
  ["-=", inPlace("sub", between("-="))],
  ["*=", inPlace("mul", between("*="))],
  ["/=", inPlace("truediv", between("/="))],
  ["//=", inPlace("floordiv")],
  ["%=", inPlace("mod", between("%="))],
  ["@=", inPlace("matmul")],
  ["**=", inPlace("pow")],
  ["<<=", inPlace("lshift", between("<<="))],
  [">>=", inPlace("rshift", between(">>="))],
  ["&=", inPlace("and", between("&="))],
  ["^=", inPlace("xor", between("^="))],
  ["|=", inPlace("or", between("|="))],
]);

/** By the symbol in front of self. */
export const UNARY: ReadonlyMap<string, OperatorFacts> = new Map([
  ["-", unary("neg", "class", before("-"))],
  ["+", unary("pos", "class", before("+"))],
  ["~", unary("invert", "class", before("~"))],
  // What Python asks is whether the object is true.
  ["!", unary("bool", "bool", before("!!"))],
]);

/** Functions of self alone, by their names in Python. */
export const FUNCTIONS: ReadonlyMap<string, OperatorFacts> = new Map([
  ["abs", unary("abs", "class", called("abs"))],
  ["bool", unary("bool", "bool", converted)],
  // As Boost.Python converts: a class may have operator long and operator double.
  ["int", unary("int", "long", converted)],
  ["float", unary("float", "double", converted)],
  ["complex", unary("complex", "std::complex<double>", converted)],
  ["index", unary("index", "long long", converted)],
  ["str", unary("str", "std::string", printed)],
  ["repr", unary("repr", "std::string", printed)],
  ["hash", unary("hash", "std::size_t", called("::gen_bindings::hashed"))],
  ["len", unary("len", "std::size_t", ([self = ""]) => `${self}.size()`)],
]);

/** Functions of self and another operand. */
export const BINARY_FUNCTIONS: ReadonlyMap<string, OperatorFacts> = new Map([
  ["pow", arithmetic("pow", called("pow"))],
  ["divmod", { ...arithmetic("divmod"), result: "deduced" }],
]);

export const GET_ITEM: OperatorFacts = {
  name: "__getitem__",
  cpp: ([self = "", index = ""]) => `${self}[${index}]`,
  result: "deduced",
  mutates: false,
};

export const SET_ITEM: OperatorFacts = {
  name: "__setitem__",
  cpp: ([self = "", index = "", value = ""]) => `${self}[${index}] = ${value}`,
  result: "void",
  mutates: true,
};

export const DELETE_ITEM: OperatorFacts = { name: "__delitem__", result: "void", mutates: true };

export const CONTAINS: OperatorFacts = { name: "__contains__", result: "bool", mutates: false };

export const CALL: OperatorFacts = {
  name: "__call__",
  cpp: ([self = "", ...operands]) => `${self}(${operands.join(", ")})`,
  result: "deduced",
  mutates: true,
};

/**
 * Where no overload fits, Python is to try the other operand: Boost.Python sees to it for the names
 * that it knows (binary_operator_names in function.cpp), which these are not.
 */
export const WITHOUT_FALLBACK: ReadonlySet<string> = new Set([
  "__matmul__",
  "__rmatmul__",
  ...[...IN_PLACE.values()].map((each) => each.name),
]);
