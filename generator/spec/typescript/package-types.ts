/** The names of `gen-bindings/types` that stand for C++ types. */

/** What C++ and Boost.Python have without a namespace. */
export const PLAIN_TYPES: ReadonlySet<string> = new Set(
  `bool char short int unsigned long float double bytes list dict tuple str slice long_ PyObject
  PyTypeObject size_t`.split(/\s+/),
);

/** Those of namespaces: `std.string` is `std::string`. */
export const NAMESPACES: Readonly<Record<string, ReadonlySet<string>>> = {
  std: new Set(
    `string wstring string_view vector map set optional pair tuple complex shared_ptr
    unique_ptr size_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t
    uint64_t`.split(/\s+/),
  ),
  boost: new Set(["shared_ptr"]),
};

/** `Ptr<Counter>` is `Counter*`. */
export const WRAPPERS: Readonly<Record<string, (type: string) => string>> = {
  Ptr: (type) => `${type}*`,
  Ref: (type) => `${type}&`,
  ConstPtr: (type) => `const ${type}*`,
  ConstRef: (type) => `const ${type}&`,
  Const: (type) => `const ${type}`,
};

/** The types of sections that are written as values, with the key of each. */
export const SECTIONS: Readonly<Record<string, string>> = {
  Module: "module",
  Defaults: "defaults",
  Types: "types",
  Functions: "functions",
  Classes: "classes",
  Enums: "enums",
  Exceptions: "exceptions",
  Constants: "constants",
  Conversions: "conversions",
  Code: "code",
  Modules: "modules",
};
