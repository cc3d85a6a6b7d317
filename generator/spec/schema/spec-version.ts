/** The versions of the language. */

/** The newest one; a spec that does not name its version is of the first. */
export const NEWEST_VERSION = 1;
