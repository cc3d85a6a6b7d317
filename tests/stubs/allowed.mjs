/** What Boost.Python's map suite makes beside the container. */
const entriesOfMaps = (module) => ({
  name: `${module}.map_indexing_suite_\\w+_entry`,
  reason: "a class of Boost.Python's map suite for its own iterators, named by the suite",
});

/** What the spec has for other versions of the library than the one that the module is compiled for. */
const absent = (name) => ({
  name,
  reason: "a stub has the entries of all versions of the library",
});

/**
 * Differences between stubs and modules that mypy's stubtest may find, each with its reason.
 *
 * @type {Readonly<Record<string, readonly { name: string, reason: string }[]>>} By module; names are
 *   regular expressions, as stubtest takes them.
 */
export const allowed = {
  container_classes: [entriesOfMaps("container_classes")],
  indexing: [entriesOfMaps("indexing")],
  library_versions: [absent("library_versions.Stream")],
  map_indexing_suite_ext: [entriesOfMaps("map_indexing_suite_ext")],
  pickle3_ext: [
    {
      name: "pickle3_ext.world.__getstate_manages_dict__",
      reason: "set by what the pickle suite, a C++ class, returns: which a spec can't see",
    },
  ],
  versions: [absent("versions.Engine.gears")],
};

/** Modules that can't be imported, each with its reason: their stubs are read by the checkers alone. */
export const notImported = {
  module_init_exception_ext: "its initialisation throws, which is what it is for",
};
