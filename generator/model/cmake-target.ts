/** A target of gen_bindings_add_module(), as CMake describes it to this program. */

/** The properties are CMake's; relative paths start at its folder. */
export interface CMakeTarget {
  readonly name: string;
  readonly SOURCE_DIR: string;
  readonly SOURCES: readonly string[];
  readonly INCLUDE_DIRECTORIES: readonly string[];
  readonly COMPILE_DEFINITIONS: readonly string[];
  readonly LINK_LIBRARIES: readonly string[];
}

/**
 * Reads the text of a description: a line for each value, `KEY VALUE`. An empty value says no more than that
 * the property is empty.
 */
export function parseCMakeTarget(text: string): CMakeTarget {
  const lines = text.split(/\r?\n/).map((line) => /^(\S+) (.+)$/.exec(line));
  const valuesOf = (wanted: string) =>
    lines.flatMap((line) => (line?.[1] === wanted && line[2] !== undefined ? [line[2]] : []));
  return {
    name: valuesOf("name").join(),
    SOURCE_DIR: valuesOf("SOURCE_DIR").join(),
    SOURCES: valuesOf("SOURCES"),
    INCLUDE_DIRECTORIES: valuesOf("INCLUDE_DIRECTORIES"),
    COMPILE_DEFINITIONS: valuesOf("COMPILE_DEFINITIONS"),
    LINK_LIBRARIES: valuesOf("LINK_LIBRARIES"),
  };
}
