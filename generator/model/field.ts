/** Attributes whose access has call bodies: under a lock, or because they hold a callback. */
import type { Callable } from "./model.js";

/** Whether this is the getter or setter of an attribute, which calls nothing of the user's. */
export function isFieldAccess({ logicalPath }: Callable): boolean {
  return logicalPath.includes("/attributes/");
}
