/** What type checkers know of two annotations: whether one contains, or meets, the other. */

/** What each class of the module derives from, by annotations: `.Square` from `.Shape`. */
export type Bases = ReadonlyMap<string, readonly string[]>;

const MAYBE_NONE = "_typeshed.MaybeNone";

/** PEP 484: where a float is wanted, an int will do. bool is a class derived from int. */
const WIDER: Bases = new Map([
  ["builtins.bool", ["builtins.int"]],
  ["builtins.int", ["builtins.float"]],
  ["builtins.float", ["builtins.complex"]],
]);

/** The members of a union. */
function membersOf(annotation: string): readonly string[] {
  const members: string[] = [""];
  let depth = 0;
  for (const [token] of annotation.matchAll(/"[^"]*"|'[^']*'| \| |[\s\S]/g)) {
    if (token === "[") depth += 1;
    if (token === "]") depth -= 1;
    if (token === " | " && depth === 0) members.push("");
    else members[members.length - 1] += token;
  }
  return members;
}

/** Whether all that `narrow` stands for is in `wide`, as far as is known here. */
export function isWithin(narrow: string, wide: string, bases: Bases): boolean {
  return membersOf(narrow).every((each) =>
    membersOf(wide).some((one) => isMemberWithin(each, one, bases)),
  );
}

/** Whether something may be both, as far as is known here. */
export function mayMeet(first: string, second: string, bases: Bases): boolean {
  return membersOf(first).some((one) =>
    membersOf(second).some(
      (other) =>
        isMemberWithin(one, other, bases) ||
        isMemberWithin(other, one, bases) ||
        one === "typing.Any" ||
        other === "typing.Any" ||
        genericOf(one) === genericOf(other) ||
        isForeign(one) ||
        isForeign(other),
    ),
  );
}

/** The union of both, without what is said twice. */
export function union(first: string, second: string): string {
  return [...new Set([...membersOf(first), ...membersOf(second)])].join(" | ");
}

function isMemberWithin(narrow: string, wide: string, bases: Bases): boolean {
  if (narrow === wide || wide === "typing.Any" || wide === "builtins.object") return true;
  if (narrow === MAYBE_NONE || wide === MAYBE_NONE) return true;
  return [...(bases.get(narrow) ?? []), ...(WIDER.get(narrow) ?? [])].some((base) =>
    isMemberWithin(base, wide, bases),
  );
}

function genericOf(annotation: string): string {
  return annotation.replace(/\[.*/s, "");
}

/** Of another module: what it is related to is not known here. */
function isForeign(annotation: string): boolean {
  return /^(?!builtins\.)[A-Za-z_].*\./.test(annotation);
}
