/** In which order Boost.Python is told of what Python calls by one name. */
import type { BoostDefinition } from "../model/boost-definition.js";
import { type Callable, isFast, withShorterCalls } from "../model/callable.js";

export type Overload = Callable | BoostDefinition;

/**
 * Boost.Python tries the overload defined last first; the spec's order is the order of trial, whether
 * an overload has a body of its own or is made by Boost.Python.
 */
export function inBoostOrder(definitions: readonly Overload[]): readonly Overload[] {
  return byName(definitions).flatMap((overloads) =>
    asWritten(overloads).flatMap(shortestFirst).toReversed(),
  );
}

/** The overloads of each name that have entries of their own, in the order of trial. */
export function fastSets(callables: readonly Callable[]): readonly (readonly Callable[])[] {
  return byName(callables.filter(isFast));
}

/** What Boost.Python is told of. */
export function dispatchedByBoost(definitions: readonly Overload[]): readonly Overload[] {
  return definitions.filter((each) => !(hasBody(each) && isFast(each)));
}

function byName<Named extends { readonly name: string }>(
  all: readonly Named[],
): readonly Named[][] {
  const sets = new Map<string, Named[]>();
  for (const each of all) sets.set(each.name, [...(sets.get(each.name) ?? []), each]);
  return [...sets.values()];
}

/** The overloads with fewer arguments, in the order of trial. */
function shortestFirst(overload: Overload): readonly Overload[] {
  return hasBody(overload) ? withShorterCalls(overload).toReversed() : [overload];
}

/** Those of both kinds come one kind after the other. */
function asWritten(overloads: readonly Overload[]): readonly Overload[] {
  const areMixed = overloads.some(hasBody) && !overloads.every(hasBody);
  return areMixed ? overloads.toSorted((a, b) => a.span.start - b.span.start) : overloads;
}

function hasBody(overload: Overload): overload is Callable {
  return !("form" in overload);
}
