/** What Python expects beside the special methods of a class, and Boost.Python does not see to. */
import type { Class } from "../model/class.js";
import type { LoweredMethods } from "./lower-methods.js";
import { WITHOUT_FALLBACK } from "./operator-table.js";

export function besideSpecialMethods({
  methods,
  definitions,
}: LoweredMethods): Pick<Class, "fallbacks" | "isUnhashable"> {
  const names = new Set([...methods, ...definitions].map((each) => each.name));
  return {
    fallbacks: [...names].filter((each) => WITHOUT_FALLBACK.has(each)),
    // Python decides so when a class is made; Boost.Python adds the methods to a class that is there.
    isUnhashable: names.has("__eq__") && !names.has("__hash__"),
  };
}
