/** C++ identifiers for what Python reaches by a path, each unlike any other. */

/** Gives out an identifier for a path; never the same twice. */
export type Identifiers = (path: string) => string;

/**
 * "Counter.inc" becomes Counter_inc, unless a function of that name was there before. What is asked
 * for first gets the plain one.
 *
 * @param reserved identifiers that are never given out
 */
export function uniqueIdentifiers(reserved: readonly string[] = []): Identifiers {
  const taken = new Set(reserved);
  return (path) => {
    const plain = path.replace(/[^A-Za-z0-9]+/g, "_");
    let found = plain;
    for (let count = 2; taken.has(found); count++) found = `${plain}_${count}`;
    taken.add(found);
    return found;
  };
}
