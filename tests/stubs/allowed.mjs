/**
 * Differences between stubs and modules that mypy's stubtest may find, each with its reason.
 *
 * @type {Readonly<Record<string, readonly { name: string, reason: string }[]>>} By module; names are
 *   regular expressions, as stubtest takes them.
 */
export const allowed = {};
