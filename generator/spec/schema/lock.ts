/** What is locked while a call runs: the object, the whole library, or nothing. */
import { z } from "zod";
import { construct, oneOf } from "./construct.js";

export const objectLock = z
  .union([
    oneOf(["self", "module", "none"]),
    construct({ member: z.string().describe("The object's own recursive mutex, a data member.") }),
  ])
  .describe(
    'self: a mutex for each C++ object. { "member": … }: the object\'s own. module: one mutex for a library that is not thread-safe at all. none: the call needs none.',
  );

/** Where there is no object: functions and static methods. */
export const libraryLock = oneOf(["module", "none"]).describe(
  "module: one mutex for a library that is not thread-safe at all. none: the call needs none.",
);
