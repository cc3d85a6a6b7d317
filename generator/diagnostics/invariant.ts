/** Thrown for bugs of ours only; the command line turns it into GB9001 and exit status 70. */
class InvariantError extends Error {}

/** States what must hold whatever the user wrote. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
