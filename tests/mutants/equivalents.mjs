/**
 * Mutants that keep every promise: no test can tell them from what is generated. Each with its
 * argument. `rule` and `places` name them as the list does.
 */

/** @type {readonly { module: string, rule: string, places: readonly string[], argument: string }[]} */
export const equivalents = [
  ...notShared({
    locks: ["Meter", "Account"],
    virtuals: ["Shape", "Square", "Pen", "Order"],
    error_policies: ["Made"],
    fields: ["Button"],
    destructors: ["Apprentice", "Group", "Store", "Handle"],
    policies: ["Worker"],
    guard: ["Engine"],
    steps: ["Log"],
    re2: ["Match", "RE2", "RE2_Options", "RE2_Set", "RE2_Set_ErrorInfo"],
    leveldb: [
      ...["Comparator", "Options", "ReadOptions", "WriteOptions", "WriteBatch"],
      ...["WriteBatch_Handler", "DB", "Iterator", "Snapshot"],
    ],
  }),
  {
    module: "destructors",
    rule: "destructor: released is held, of what C++ shares",
    places: ["Apprentice", "Group"],
    argument: "C++ hands out no shared pointer to them: only Python makes them",
  },
  {
    module: "leveldb",
    rule: "destructor: released is held, of what C++ shares",
    places: ["DB", "Iterator", "Snapshot"],
    argument: "C++ shares none of them: it hands them out as plain pointers, which Python owns",
  },
  ...["policies", "re2"].map((module) => ({
    module,
    rule: "registration: python error",
    places: [module],
    argument: "the module has no callback and no virtual method, so no error of Python passes C++",
  })),
  {
    module: "destructors",
    rule: "registration: python error",
    places: ["destructors"],
    argument: "the errors of its only callback are unraisable, so none passes C++",
  },
  {
    module: "fields",
    rule: "registration: callback",
    places: ["fields"],
    argument:
      "the only parameter of the type is that of a field, which takes None too: that has a converter of its own",
  },
];

/** What the registration does for objects that C++ makes and shares, is tested where there are some. */
function notShared(classes) {
  return Object.entries(classes).map(([module, places]) => ({
    module,
    rule: "registration: shared pointers",
    places,
    argument: "no callable of the module takes or returns a shared pointer to the class",
  }));
}
