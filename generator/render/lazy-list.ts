/** Lists whose items are made when they are read: printed one by one, a hundred thousand need not be there at once. */

/** What was thrown when an item was made: not the doing of the template that reads it. */
export class ArrangingFailed extends Error {
  constructor(readonly reason: unknown) {
    super(String(reason));
  }
}

/**
 * The list that `map` would make, an array for whoever reads it. Each item is made anew whenever it is read, and
 * is not kept.
 *
 * @param given as long as the list is read, nobody changes it
 * @param make what it throws is thrown as ArrangingFailed to whoever reads the item
 */
export function lazyList<Given extends object, Item extends object>(
  given: readonly Given[],
  make: (each: Given) => Item,
): readonly Item[] {
  const read = (target: readonly Given[], key: string | symbol): unknown => {
    const found = Reflect.get(target, key);
    const isItem = found !== undefined && typeof key === "string" && isIndex(key);
    return isItem ? arranged(make, found) : found;
  };
  return new Proxy(given, { get: read }) as readonly object[] as readonly Item[];
}

function arranged<Given, Item>(make: (each: Given) => Item, given: Given): Item {
  try {
    return make(given);
  } catch (error) {
    throw error instanceof ArrangingFailed ? error : new ArrangingFailed(error);
  }
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}
