/** The two workloads that nanobind's documentation publishes for compile time and size, described as functions.json is. */

const types = [
  "std::uint16_t",
  "std::int32_t",
  "std::uint32_t",
  "std::int64_t",
  "std::uint64_t",
  "float",
];
const names = ["a", "b", "c", "d", "e", "f"];
const sum = "return static_cast<float>(a + b + c + d + e + f);";
const numberOfClasses = 252;

/** 720 functions, each the sum of six numbers: of every order of the types. */
const functionWorkload = {
  module: "functions",
  inline: true,
  positional: true,
  classes: [],
  functions: permutations(types).map((order, index) => ({
    name: `test_${String(index).padStart(4, "0")}`,
    params: parameters(order),
    returns: "float",
    body: sum,
  })),
};

/** 252 structs of such fields, each with a constructor and a sum. */
const classWorkload = {
  module: "classes",
  inline: true,
  positional: true,
  functions: [],
  classes: permutations(types)
    .slice(0, numberOfClasses)
    .map((order, index) => ({
      name: `Struct${index}`,
      fields: parameters(order),
      methods: [{ name: "sum", params: [], returns: "float", const: true, body: sum }],
      attributes: [],
    })),
};

/** @type {readonly import("./cpp.mjs").Description[]} */
export const workloads = [functionWorkload, classWorkload];

function parameters(order) {
  return order.map((type, at) => ({ name: names[at], type }));
}

function permutations(values) {
  if (values.length === 0) return [[]];
  return values.flatMap((first, at) =>
    permutations(values.toSpliced(at, 1)).map((others) => [first, ...others]),
  );
}
