/** Random changes of a spec: what hands, scripts and enemies do to it. */
import fc from "fast-check";
import { changedAt, type Json, specs, valuesOf } from "./specs.js";

/** Texts that break out of literals, comments, directives, lists and objects. */
export const nastyTexts: readonly string[] = [
  '"); system("x"); //',
  "*/ system(0); /*",
  '\n#include "/etc/passwd"\n',
  '"""\nimport os\n"""',
  "'''",
  "\\",
  "\\\n",
  "${HOME};$ENV{PATH}",
  ") message(FATAL_ERROR x",
  "\0",
  "😀",
  "\ud800",
  "\u202e\u2028",
  "__proto__",
  "constructor",
  "toString",
  "../../escape",
  "/etc/passwd",
  "{{this}}",
  "??/",
  "(",
  "[a-z",
  "",
  " ",
  "a".repeat(5000),
  "std::vector<".repeat(200),
];

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 1e300, [], {}, [[]], { "": "" }),
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

type Change = (root: Json) => Json;

const pick = fc.nat({ max: 1_000_000 });

/** A change somewhere; `index` says where. */
function somewhere(index: number, change: (value: Json) => Json): Change {
  return (root) => {
    const values = valuesOf(root);
    const { way } = values[index % values.length] ?? { way: [] };
    return changedAt(root, way, change);
  };
}

function entriesChanged(
  change: (entries: [string, Json][], index: number) => [string, Json][],
  index: number,
): (value: Json) => Json {
  return (value) => {
    if (Array.isArray(value)) {
      const entries = change(
        value.map((each, at) => [String(at), each]),
        index,
      );
      return entries.map(([, each]) => each);
    }
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(change(Object.entries(value), index));
  };
}

const isContainer = (value: Json) => value !== null && typeof value === "object";

function inContainer(index: number, change: (value: Json) => Json): Change {
  return (root) => {
    const values = valuesOf(root).filter((each) => isContainer(each.value));
    const { way } = values[index % values.length] ?? { way: [] };
    return changedAt(root, way, change);
  };
}

const at = (entries: readonly unknown[], index: number) => index % Math.max(entries.length, 1);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(pick, anyValue).map(([where, value]) => somewhere(where, () => value)),
  fc.tuple(pick, pick).map(([where, entry]) =>
    inContainer(
      where,
      entriesChanged((all, index) => all.toSpliced(at(all, index), 1), entry),
    ),
  ),
  fc.tuple(pick, pick).map(([where, entry]) =>
    inContainer(
      where,
      entriesChanged((all, index) => [...all, ...all.slice(at(all, index))], entry),
    ),
  ),
  fc.tuple(pick, pick, fc.constantFrom(...nastyTexts)).map(([where, entry, key]) =>
    inContainer(
      where,
      entriesChanged((all, index) => {
        const [, value] = all[at(all, index)] ?? ["", null];
        return all.toSpliced(at(all, index), 1, [key, value ?? null]);
      }, entry),
    ),
  ),
  fc.tuple(pick, pick).map(
    ([first, second]): Change =>
      (root) => {
        const values = valuesOf(root);
        const one = values[first % values.length];
        const other = values[second % values.length];
        if (one === undefined || other === undefined) return root;
        return changedAt(
          changedAt(root, one.way, () => other.value),
          other.way,
          () => one.value,
        );
      },
  ),
);

/** A spec of the repository after one to four changes. */
export const mutatedSpec: fc.Arbitrary<Json> = fc
  .tuple(fc.constantFrom(...specs), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([root, changes]) => changes.reduce((changed, each) => each(changed), root));
