/** Lists whose items are made when they are read: printed one by one, a hundred thousand need not be there at once. */

/**
 * The list that `map` would make, an array for whoever reads it. Each item is made anew whenever it is read, and
 * is not kept.
 *
 * @param given as long as the list is read, nobody changes it
 */
export function lazyList<Given extends object, Item extends object>(
  given: readonly Given[],
  make: (each: Given) => Item,
): readonly Item[] {
  const read = (target: readonly Given[], key: string | symbol): unknown => {
    const found = Reflect.get(target, key);
    const isItem = found !== undefined && typeof key === "string" && isIndex(key);
    return isItem ? make(found) : found;
  };
  return new Proxy(given, { get: read }) as readonly object[] as readonly Item[];
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}
