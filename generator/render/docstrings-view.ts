/** How emitted code says what docstrings show. */
import type { DocstringOptions } from "../model/callable.js";

/** The arguments of Boost.Python's docstring_options. */
export function docstringArguments({ user, python, cpp }: DocstringOptions): string {
  return [user, python, cpp].join(", ");
}

/**
 * What stands before a definition whose docstring shows something else than those of the module: a
 * temporary that holds until the end of the statement. "" where there is none.
 */
export function docstringsOfStatement(
  own: DocstringOptions | undefined,
  module: DocstringOptions,
): string {
  if (own === undefined || docstringArguments(own) === docstringArguments(module)) return "";
  return `::boost::python::docstring_options{${docstringArguments(own)}}, `;
}
