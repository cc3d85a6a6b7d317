/** Handlebars' `each`, for lists of a hundred thousand. */
import type { HelperDelegate, HelperOptions } from "handlebars";

/**
 * Prints as the library's own does, and makes one string of what is printed of each item. V8 keeps a string that
 * was put together as the tree of its pieces until somebody reads it, and that takes several times the memory of
 * the characters.
 */
export function eachHelper(each: HelperDelegate): HelperDelegate {
  return function (this: unknown, list: unknown, options: HelperOptions) {
    const fn: HelperOptions["fn"] = (item, more) => inOnePiece(options.fn(item, more));
    return each.call(this, list, { ...options, fn });
  };
}

/** To look at a character puts the pieces together; what it is changes nothing. */
function inOnePiece(text: string): string {
  return Number.isNaN(text.charCodeAt(0)) ? "" : text;
}
