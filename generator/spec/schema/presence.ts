/** For which versions of a library an entry is there. */
import { z } from "zod";

/** Of every entry that may be absent: nothing of it is compiled where a macro of the library says so. */
export const presence = {
  since: z
    .string()
    .optional()
    .describe(
      "The entry is there where this holds: a macro that is defined, or one compared with an integer by >=, >, <=, <, == or !=.",
    ),
  until: z
    .string()
    .optional()
    .describe("The entry is there only where this does not hold; written as `since` is."),
};

export const PRESENCE_KEYS: readonly string[] = Object.keys(presence);

/** The keys of `presence`, as an entry has them. */
export interface PresenceSpec {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}
