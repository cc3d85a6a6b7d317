/** How signatures in docstrings and messages spell an annotation of the model: on one line. */

/** `Callable[[float], object]` of `collections.abc.Callable[[builtins.float], builtins.object]`. */
export function typeText(annotation: string): string {
  return annotation
    .replace(/\b(?:builtins|typing|typing_extensions|collections\.abc)\./g, "")
    .replace(/(?<![\w.\])])\.(?=[A-Za-z_])/g, "")
    .replace(/\s+/g, " ");
}
