/** The functions of one name, as type checkers take them. */
import { type Bases, isWithin, mayMeet, union } from "./annotations.js";

export interface ShownParameter {
  /** "index"; "*arguments" and "**keywords" for whatever is given. */
  readonly name: string;
  readonly annotation: string;
  /** As in the stub, with names whole; absent of what has to be given. */
  readonly default?: string;
}

export interface StubFunction {
  readonly name: string;
  readonly isStatic: boolean;
  /** What stands for the object, where there is one: "self". */
  readonly receiver: readonly string[];
  /** How many of the parameters have no name for callers. */
  readonly positional: number;
  readonly parameters: readonly ShownParameter[];
  readonly result: string;
  readonly doc: string;
  /** For which versions of the library it is there, "since ACME_VERSION >= 5"; "" for all. */
  readonly presence: string;
}

export interface Overload extends StubFunction {
  /** The complaints of type checkers that are known and meant. */
  readonly ignored: readonly string[];
}

/**
 * The overloads in the order in which they are tried, without those that a checker says are never
 * matched: all that they take goes to an earlier one. Where that is because nothing is known of a
 * type, either may run, and the result is that of either.
 */
export function overloadsOf(functions: readonly StubFunction[], bases: Bases): readonly Overload[] {
  const shown: StubFunction[] = [];
  for (const each of functions) {
    const first = shown.findIndex((earlier) => takesAllOf(earlier, each, bases));
    const earlier = shown[first];
    if (earlier === undefined) shown.push(each);
    else {
      // Where one of them may be absent, it is the other that is called.
      const isEither = isVague(earlier) || earlier.presence !== "";
      const result = isEither ? union(earlier.result, each.result) : earlier.result;
      shown[first] = { ...earlier, result, presence: ofEither(earlier, each) };
    }
  }
  return shown.map((each, index) => {
    const overlaps = shown
      .slice(index + 1)
      .some(
        (later) => mayTakeAlike(each, later, bases) && !isWithin(each.result, later.result, bases),
      );
    return { ...each, ignored: overlaps ? ["overload-overlap"] : [] };
  });
}

function ofEither({ presence: one }: StubFunction, { presence: other }: StubFunction): string {
  if (one === other || one === "") return one;
  return other === "" ? "" : `${one}, or ${other}`;
}

function isVague({ parameters }: StubFunction): boolean {
  return parameters.some(({ annotation }) => annotation.includes("typing.Any"));
}

function required({ parameters }: StubFunction): number {
  return parameters.filter((each) => each.default === undefined && !isRest(each)).length;
}

function isRest({ name }: ShownParameter): boolean {
  return name.startsWith("*");
}

function takesAllOf(wide: StubFunction, narrow: StubFunction, bases: Bases): boolean {
  if (wide.parameters.length > 0 && wide.parameters.every(isRest)) return true;
  return (
    !narrow.parameters.some(isRest) &&
    required(wide) <= required(narrow) &&
    narrow.parameters.every(({ name, annotation }, index) => {
      const other = wide.parameters[index];
      const isNamed = index >= narrow.positional;
      if (isNamed && (other?.name !== name || index < wide.positional)) return false;
      return other !== undefined && isWithin(annotation, other.annotation, bases);
    })
  );
}

/** Whether some call fits both. */
function mayTakeAlike(first: StubFunction, second: StubFunction, bases: Bases): boolean {
  if ([...first.parameters, ...second.parameters].some(isRest)) return true;
  const count = Math.max(required(first), required(second));
  const most = Math.min(first.parameters.length, second.parameters.length);
  if (count > most) return false;
  return first.parameters.slice(0, count).every(({ annotation }, index) => {
    const other = second.parameters[index];
    return other !== undefined && mayMeet(annotation, other.annotation, bases);
  });
}
