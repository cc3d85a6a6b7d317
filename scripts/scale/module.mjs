/** A module of as many classes as one likes, of ten functions each: its C++, its spec, and it bound by hand. */

/** Methods and functions of a class, without its constructor. */
export const functionsOfClass = 10;

/** A header that declares and defines them all. */
export function headerText(count) {
  return [
    "// Classes that differ in nothing but their names.",
    "#pragma once",
    "#include <string>",
    "namespace scale {",
    ...names(count).map(classText),
    "}  // namespace scale",
    "",
  ].join("\n");
}

function names(count) {
  return Array.from({ length: count }, (_, index) => `C${String(index).padStart(4, "0")}`);
}

function classText(name) {
  return `
class ${name} {
 public:
  explicit ${name}(int start) : value_{start} {}
  int value() const { return value_; }
  void set(int value) { value_ = value; }
  int add(int by) const { return value_ + by; }
  double scaled(double by) const { return by * value_; }
  std::string text(const std::string& before) const { return before + std::to_string(value_); }
  bool less(const ${name}& other) const { return value_ < other.value_; }
  ${name} merged(const ${name}& other, int by) const { return ${name}{value_ + other.value_ + by}; }
  int counted(int from, double by) const { return from + static_cast<int>(by) + value_; }
 private:
  int value_;
};
inline int total_${name}(const ${name}& one, int by) { return one.value() + by; }
inline ${name} made_${name}(const std::string& text) { return ${name}{static_cast<int>(text.size())}; }`;
}

/** What the functions of a class are called with and give, in C++ and for people. */
function functionsOf(name) {
  const int = (named) => [named, "int"];
  const same = (named) => [named, `const ${name}&`];
  return {
    methods: [
      ["value", [], "int", "What it holds."],
      ["set", [int("value")], "void", "Changes what it holds."],
      ["add", [int("by")], "int", "A sum."],
      ["scaled", [["by", "double"]], "double", "A product."],
      ["text", [["before", "const std::string&"]], "std::string", "A text."],
      ["less", [same("other")], "bool", "Compares."],
      ["merged", [same("other"), int("by")], name, "One of both."],
      ["counted", [int("from_"), ["by", "double"]], "int", "A count."],
    ],
    functions: [
      [`total_${name}`, [same("one"), int("by")], "int", "A total."],
      [`made_${name}`, [["text", "const std::string&"]], name, "Makes one."],
    ],
  };
}

/** The spec of the module `scale`. Functions release the GIL, and so do the methods that take their time. */
export function specOf(count) {
  const declared = ([name, params, returns, doc], gil) => ({
    ...{ name, doc, returns, gil },
    params: params.map(([param, type]) => ({ name: param, type })),
  });
  return {
    module: { name: "scale", namespace: "scale", headers: ["scale.hpp"] },
    classes: names(count).map((name) => ({
      ...{ name, doc: "One of many.", mutates: false },
      constructors: [{ params: [{ name: "start", type: "int" }] }],
      methods: functionsOf(name).methods.map((each) =>
        declared(each, each[0] === "text" ? "release" : "hold"),
      ),
    })),
    functions: names(count).flatMap((name) =>
      functionsOf(name).functions.map((each) => declared(each, "release")),
    ),
  };
}

/** The same module as people write it with Boost.Python, in one file. */
export function byHandText(count) {
  const keywords = (params) =>
    params.length === 0 ? "" : `(${params.map(([name]) => `arg("${name}")`).join(", ")}), `;
  const method = (name, [method, params, , doc]) =>
    `      .def("${method}", &scale::${name}::${method}, ${keywords([["self"], ...params])}"${doc}")`;
  return [
    "// The same by hand.",
    "#include <boost/python.hpp>",
    '#include "scale.hpp"',
    "BOOST_PYTHON_MODULE(by_hand) {",
    "  using namespace boost::python;",
    ...names(count).flatMap((name) => [
      `  class_<scale::${name}>("${name}", "One of many.", init<int>((arg("self"), arg("start"))))`,
      `${functionsOf(name)
        .methods.map((each) => method(name, each))
        .join("\n")};`,
      ...functionsOf(name).functions.map(
        ([called, params, , doc]) =>
          `  def("${called}", &scale::${called}, ${keywords(params)}"${doc}");`,
      ),
    ]),
    "}",
    "",
  ].join("\n");
}

/** Python that uses some of every class, and prints how many functions there are. */
export const usedInPython = `
import sys, MODULE as module
names = [name for name in dir(module) if name.startswith("C")]
for name in names:
    cls = getattr(module, name)
    one = cls(2).merged(cls(3), by=4)
    assert (one.value(), one.text("n"), cls(1).less(one)) == (9, "n9", True), name
    assert getattr(module, "total_" + name)(one, 1) == 10, name
    assert getattr(module, "made_" + name)("four").value() == 4, name
methods = [each for name in names for each in vars(getattr(module, name)) if not each.startswith("__")]
functions = [name for name in dir(module) if name.startswith(("total_", "made_"))]
print(len(methods) + len(functions))
`;
