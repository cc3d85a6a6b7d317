/** GB015x: the user's own sources and headers, copied into the output. */
import { error, warning } from "./entry.js";

export const userFiles = {
  GB0150: error<{ path: string; near: string }>({
    title: "A source that is not there",
    message: ({ path }) => `there is no source "${path}"`,
    reason: () =>
      "the files in `sources` are compiled into the module; their paths start at the spec's folder",
    hint: ({ near }) => `${near}check the path`,
  }),
  GB0151: warning<{ header: string; looked: string }>({
    title: "A header that was not found",
    message: ({ header }) => `the header "${header}" was not found`,
    reason: ({ looked }) =>
      `looked in ${looked}; the include folders of CMake targets are unknown here`,
    hint: () =>
      "add its folder to `includeDirs`; ignore this where a library in `link` brings the header",
  }),
  GB0152: error<{ path: string }>({
    title: "An absolute path in a spec",
    message: ({ path }) => `"${path}" is an absolute path`,
    reason: () =>
      "the files are copied into the output, which has to come out the same on every machine",
    hint: () =>
      "give the path from the spec's folder; for an installed library use `<header>` and `link`",
  }),
  GB0153: error<{ path: string }>({
    title: "A folder or device where a file should be",
    message: ({ path }) => `"${path}" is not a regular file`,
    reason: () => "a source or header is copied into the output as a file",
    hint: () => "name the file itself",
  }),
  GB0154: error<{ path: string; megabytes: string }>({
    title: "A source that is too large",
    message: ({ path, megabytes }) => `"${path}" has ${megabytes} MB`,
    reason: () => "a source or header that is copied into the output may have 8 MB",
    hint: () => "put large data into a library of its own, and name that in `link`",
  }),
  GB0155: error<{ path: string; why: string }>({
    title: "A source that can't be read",
    message: ({ path, why }) => `can't read "${path}": ${why}`,
    reason: () => "it is to be copied into the output",
    hint: () => "check the file's permissions and those of its folder",
  }),
  GB0156: error<{ path: string; near: string }>({
    title: "An include folder that is not there",
    message: ({ path }) => `there is no include folder "${path}"`,
    reason: () => "the paths in `includeDirs` start at the spec's folder",
    hint: ({ near }) => `${near}check the path`,
  }),
  GB0157: error<{ path: string; near: string }>({
    title: "An imported spec that is not there",
    message: ({ path }) => `there is no spec "${path}"`,
    reason: () => "the paths in `imports` start at the folder of the spec that imports",
    hint: ({ near }) => `${near}check the path`,
  }),
};
