/** The modules whose mutants are run: the examples, and the scenarios that show what those lack. */
const scenarios = [
  "locks",
  "virtuals",
  "error_policies",
  "fields",
  "destructors",
  "policies",
  "guard",
  "steps",
];

/** @type {readonly { name: string, spec: string }[]} Each with its spec, from the project's folder. */
export const modules = [
  ...["example", "re2", "leveldb"].map((name) => ({
    name,
    spec: `specs/${name}/${name}.spec.json`,
  })),
  ...scenarios.map((name) => ({ name, spec: `tests/scenarios/${name}/spec.json` })),
];
