/**
 * The mutation classes: what breaks a promise that generated code keeps.
 *
 * A rule is given a part of src/module.cpp, with each statement on one line, and returns the variants
 * of it, one for each place where it applies. The parts:
 *
 *   call       the body of a call from Python
 *   entry      what takes a call from Python and converts
 *   override   the body of a trampoline's method
 *   class      the body of the function that defines a class
 *   module     the body of the function that initialises the module
 *   all        the whole text, for what no function chooses when it runs, as types
 */
import { replaceEach, replacePairs } from "./variants.mjs";

const region =
  "const ::gen_bindings::without_gil gen_bindings_region{::gen_bindings::known_attached};";
const regionWhen = region.replace("}", ", gen_bindings_releases}");
const entered = "::gen_bindings::entered(::gen_bindings::promise::attached);";
const guard = /::gen_bindings::gil_guard (\w+);/;
const lock = /const ::gen_bindings::object_lock gen_bindings_lock\{(.*)\};/;
const condition = /(const bool gen_bindings_releases = )(.*);/;
const expectation =
  /(gen_bindings_promise = ::gen_bindings::promised_when\()(.*?-> bool \{ return )(.*?)(; \})/;
const boundary =
  /::gen_bindings::deferred_errors \w+;(\s*return )\w+\.run\((.*\{\n[\s\S]*\n *\})\);/;
const keepsAlive = /::gen_bindings::keeps_alive<\d+, \d+, [\w:]+, [\w:]+, ((?:[^<>]|<[^<>]*>)*)>/;
const errorForms = ["propagate", "deferred", "unraisable", "terminate"];

/**
 * @typedef {object} Rule
 * @property {string} name
 * @property {"call" | "entry" | "override" | "class" | "module" | "all"} part
 * @property {(text: string) => readonly string[]} variants
 */

/** @type {readonly Rule[]} */
export const rules = [
  replacing("release: not released", "call", region, ""),
  replacing("hold: released", "call", entered, `${region} ${entered}`),
  replacing(
    "guard: entered released",
    "call",
    guard,
    "::gen_bindings::gil_guard $1{::gen_bindings::no_acquire};",
  ),
  replacing("guard: left open", "call", guard, "auto& $1 = *new ::gen_bindings::gil_guard;"),
  { name: "steps: two regions swapped", part: "call", variants: swapRegions },

  replacing("when: never released", "call", regionWhen, ""),
  replacing("when: always released", "call", regionWhen, region),
  replacing(
    "when: released otherwise",
    "call",
    regionWhen,
    regionWhen.replace("gen_bindings_releases", "!gen_bindings_releases"),
  ),
  replacing("when: condition negated", "call", condition, "$1!$2;"),
  replacing("when: condition always true", "call", condition, "$1true || $2;"),
  replacing("when: condition always false", "call", condition, "$1false && $2;"),
  replacing("when: expectation negated", "call", expectation, "$1$2!($3)$4"),

  replacing("lock: not taken", "call", lock, ""),
  { name: "lock: one of several not taken", part: "call", variants: dropTarget },
  { name: "lock: taken only where held", part: "call", variants: (text) => lockIf(text, "!") },
  { name: "lock: taken only where released", part: "call", variants: (text) => lockIf(text, "") },
  { name: "lock: around the region", part: "call", variants: lockAroundRegion },

  replacing("deferred errors: kept for ever", "call", boundary, "$1($2)();"),
  { name: "deferred errors: raised while released", part: "call", variants: boundaryInRegion },

  replacing(
    "virtual: the call from Python overrides itself",
    "call",
    /const ::gen_bindings::base_call .*;/,
    "",
  ),
  replacing(
    "virtual: overrides not looked for",
    "override",
    /return ::gen_bindings::call_override<.*/,
    "return gen_bindings_implementation();",
  ),
  replacing("overrides: any is subclass", "override", "::overrides::any", "::overrides::subclass"),
  replacing("overrides: subclass is any", "override", "::overrides::subclass", "::overrides::any"),
  ...errorForms.map((form) =>
    replacing(
      `onError of overrides: is ${form}`,
      "override",
      /::on_error::\w+</,
      `::on_error::${form}<`,
    ),
  ),
  ...errorForms.map((form) => ({
    name: `onError of callbacks: is ${form}`,
    part: "all",
    variants: (text) => otherCallbacks(text, form),
  })),

  replacing(
    "destructor: released is held",
    "all",
    /(using gen_bindings_owner_.*), ::gen_bindings::destructor::released>;/,
    "$1>;",
  ),
  replacing(
    "destructor: released is held, of what C++ shares",
    "class",
    /(register_shared_pointers<.*), ::gen_bindings::destructor::released>/,
    "$1>",
  ),
  replacing(
    "virtual: the object not adopted",
    "entry",
    /using gen_bindings_policies = ::gen_bindings::adopting<[^<>]*>;/,
    "using gen_bindings_policies = ::boost::python::default_call_policies;",
  ),
  { name: "custodian and ward: not kept alive", part: "entry", variants: dropKeepsAlive },

  replacing(
    "registration: runtime",
    "module",
    /if \(!::gen_bindings::register_runtime\(\)\)\s*.*;/,
    "",
  ),
  replacing(
    "registration: shared pointers",
    "class",
    /::gen_bindings::register_shared_pointers<.*/,
    "",
  ),
  ...["callback", "optional_callback", "function", "python_error"].map((what) =>
    replacing(
      `registration: ${what.replace("_", " ")}`,
      "module",
      new RegExp(`::gen_bindings::register_${what}(?:<.*>)?\\(\\);`),
      "",
    ),
  ),
];

function replacing(name, part, pattern, replacement) {
  return { name, part, variants: (text) => replaceEach(text, pattern, replacement) };
}

/** Where one of two neighbours is released, the other one is instead. */
function swapRegions(text) {
  const place =
    /(?:const ::gen_bindings::without_gil gen_bindings_region\{.*\};\s*)?::gen_bindings::entered\(/g;
  const without = (found) => found.replace(/^const .*;\s*/, "");
  return replacePairs(text, place, (one, other) => {
    if (one.startsWith("const") === other.startsWith("const")) return undefined;
    return one.startsWith("const")
      ? [without(one), `${region} ${other}`]
      : [`${region} ${one}`, without(other)];
  });
}

/** The policies of a call stand at the call and at its result. */
function dropKeepsAlive(text) {
  const [policies, inner] = keepsAlive.exec(text) ?? [];
  return policies === undefined ? [] : [text.replaceAll(policies, () => inner)];
}

function dropTarget(text) {
  const [statement, targets] = lock.exec(text) ?? [];
  const all = targets?.split(/, (?=::gen_bindings)/) ?? [];
  if (all.length < 2) return [];
  return all.map((each) => {
    const rest = all.filter((other) => other !== each).join(", ");
    return text.replace(statement, () => statement.replace(targets, () => rest));
  });
}

/** In one case of a condition only. */
function lockIf(text, negation) {
  if (!text.includes(regionWhen)) return [];
  return replaceEach(text, lock, (_statement, targets) => {
    const type = `::gen_bindings::object_lock<${targets.split(", ::gen_bindings").length}>`;
    const taken = `::std::make_unique<${type}>(${targets})`;
    return `const auto gen_bindings_lock = ${negation}gen_bindings_releases ? ${taken} : nullptr;`;
  });
}

/** Taken before, and freed when the thread has attached again. */
function lockAroundRegion(text) {
  const inside = new RegExp(`(const ::gen_bindings::without_gil .*;)(\\s*)(${lock.source})`);
  return replaceEach(text, inside, "$3$2$1");
}

function boundaryInRegion(text) {
  if (!boundary.test(text) || !text.includes(region)) return [];
  return [text.replace(region, "").replace(boundary, (found) => `${region} ${found}`)];
}

/** One kind of callback with another policy for its errors, wherever it is named. */
function otherCallbacks(text, form) {
  const kinds = [...text.matchAll(/::register_callback<(.*)>\(\);/g)].map(([, kind]) => kind);
  return kinds
    .map((kind) => {
      const other = kind.includes("::on_error::")
        ? kind.replace(/::on_error::\w+</, `::on_error::${form}<`)
        : `${kind}, ::gen_bindings::on_error::${form}<>`;
      // Where none is named, it is `propagate`.
      if (other === `${kind}, ::gen_bindings::on_error::propagate<>`) return text;
      return text.replaceAll(`callback<${kind}>`, () => `callback<${other}>`);
    })
    .filter((variant) => variant !== text);
}
