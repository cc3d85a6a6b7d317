/** GB01xx: writing the output folder, and the user's files that go into it. */
import { error, warning } from "./entry.js";

export const output = {
  GB0101: error<{ path: string }>({
    title: "The output folder is a file",
    message: ({ path }) => `the output folder "${path}" is a file`,
    reason: () => "the generated project needs a folder of its own",
    hint: () => "move the file away, or name another folder with -o",
  }),
  GB0102: error<{ path: string; parent: string }>({
    title: "The output folder lies under a file",
    message: ({ path, parent }) =>
      `can't make the output folder "${path}": "${parent}" is not a folder`,
    reason: () => "folders can be made only in folders",
    hint: () => "move that file away, or name another folder with -o",
  }),
  GB0103: error<{ path: string; why: string }>({
    title: "The output folder can't be written to",
    message: ({ path, why }) => `can't write to "${path}": ${why}`,
    reason: () => "the generated files go there; nothing was written",
    hint: () => "make the folder writable for this user, or name another folder with -o",
  }),
  GB0104: error<{ path: string; original?: string | undefined }>({
    title: "A generated file that was changed by hand",
    message: ({ path, original }) =>
      original === undefined
        ? `"${path}" was changed since it was generated`
        : `"${path}" was changed; it is a copy of "${original}"`,
    reason: () => "generating again would undo the change",
    hint: ({ original }) =>
      original === undefined
        ? "move the change into the spec or a template; --force overwrites the file"
        : `edit "${original}" instead; --force overwrites the copy`,
  }),
  GB0105: error<{ path: string; original?: string | undefined }>({
    title: "A file in the way that was not generated",
    message: ({ path }) => `"${path}" is not a generated file, and lies where one is to be written`,
    reason: () => "a file that the generator did not write is not overwritten",
    hint: ({ original }) =>
      `move it away${original === undefined ? "" : ` ("${original}" is to be copied there)`}; --force overwrites it`,
  }),
  GB0106: warning<{ path: string; why: string }>({
    title: "A file of an earlier run that is left in place",
    message: ({ path, why }) => `"${path}" is not generated any more, but is left in place: ${why}`,
    reason: () => "only what is still as it was generated is removed",
    hint: () => "remove it yourself if it is not needed; the generator does not look at it again",
  }),
  GB0107: error<{ path: string; why: string; original?: string | undefined }>({
    title: "A file name that can't be written safely",
    message: ({ path, why, original }) =>
      `the generated path "${path}"${original === undefined ? "" : ` (a copy of "${original}")`} can't be used: ${why}`,
    reason: () =>
      "generated files stay inside the output folder, under names that every system can store",
    hint: ({ original }) =>
      original === undefined ? "rename the template or what it is made for" : "rename the original",
  }),
  GB0108: error<{ path: string; other: string }>({
    title: "Two generated files of one name",
    message: ({ path, other }) => `"${path}" and "${other}" can't both be generated`,
    reason: () =>
      "where upper and lower case do not count they are one file, or one lies inside the other",
    hint: () => "rename one of them",
  }),
  GB0109: error<{ path: string; link: string }>({
    title: "A symbolic link inside the output folder",
    message: ({ path, link }) => `can't write "${path}": "${link}" is a symbolic link`,
    reason: () => "writing through a link could change files outside the output folder",
    hint: () => "remove the link; the output folder itself may be one",
  }),
  GB0110: error<{ path: string; blocker: string; what: string }>({
    title: "Something in the way of a generated file",
    message: ({ path, blocker, what }) => `can't write "${path}": "${blocker}" is ${what}`,
    reason: () => "only regular files in folders are replaced, even with --force",
    hint: () => "move it away",
  }),
  GB0111: error<{ path: string; why: string }>({
    title: "A manifest that can't be used",
    message: ({ path, why }) => `can't use "${path}": ${why}`,
    reason: () =>
      "it says which files here were generated; without it they can't be told from yours",
    hint: () =>
      "restore it, or generate into an empty folder; --force goes on without it and overwrites",
  }),
  GB0112: error<{ folder: string; module: string; owner: string }>({
    title: "The output folder of another module",
    message: ({ folder, module, owner }) =>
      `"${folder}" holds the module "${owner}", and "${module}" was to be generated there`,
    reason: () => "all files of the other module would be removed",
    hint: () => "name another folder with -o; --force replaces the other module",
  }),
  GB0113: error<{ path: string; language: string; why: string }>({
    title: "A generated file that is not valid",
    message: ({ path, language, why }) =>
      `the generated "${path}" is not valid ${language}: ${why}`,
    reason: () => "no text of a spec can break a file: a template was changed, or has a bug",
    hint: () =>
      "install gen-bindings anew; if the spec still brings it about, report it with the spec",
  }),
  GB0114: error<{ path: string; why: string }>({
    title: "The output could not be written",
    message: ({ path, why }) => `can't write to "${path}": ${why}`,
    reason: () => "all files are written to a side folder first; none was replaced",
    hint: () => "make room or correct the cause, then run the same command again",
  }),
  GB0115: error<{ path: string; why: string }>({
    title: "Writing stopped on the way",
    message: ({ path, why }) => `writing to "${path}" stopped: ${why}`,
    reason: () => "some files are new and the others as they were; each one is whole",
    hint: () => "correct the cause, then run the same command again: it goes on from there",
  }),
  GB0116: error<{ path: string; why: string }>({
    title: "A file in the output folder that can't be read",
    message: ({ path, why }) => `can't read "${path}": ${why}`,
    reason: () => "it must be compared with what is to be written",
    hint: () => "correct its permissions, or remove it",
  }),
  GB0117: error<{ folder: string; count: number; spec: string }>({
    title: "An output folder that is not up to date",
    message: ({ folder, count }) =>
      `"${folder}" is not what its spec generates: ${count} file${count === 1 ? "" : "s"} would change`,
    reason: () =>
      "the spec, a template or the version of gen-bindings changed since, or a file was edited",
    hint: ({ folder, spec }) => `run gen-bindings ${spec} -o ${folder}`,
  }),
  GB0118: error<{ path: string; why: string }>({
    title: "A depfile or stamp that can't be written",
    message: ({ path, why }) => `can't write "${path}": ${why}`,
    reason: () => "the build system that asked for it would not know that this run ended well",
    hint: () => "correct the cause, then build again; what was generated is complete",
  }),
};
