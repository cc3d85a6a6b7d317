/** Names in the output folder that no generated file may have. */

/** Says what is generated, with the hash of each file. */
export const MANIFEST = "gen-bindings.manifest.json";

/** There only while files are being replaced, or after that was interrupted. */
export const WORK_FOLDER = ".gen-bindings";

/** In the work folder: the hashes of what may be on disk until the manifest is written. */
export const JOURNAL = `${WORK_FOLDER}/journal.json`;

/** CMake's; nothing in it is ours. */
export const BUILD_FOLDER = "build";
