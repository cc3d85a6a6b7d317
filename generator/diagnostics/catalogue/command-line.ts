/** GB00xx: the command line and the files it names. */
import { error } from "./entry.js";

export const commandLine = {
  GB0001: error<{ path: string; why: string }>({
    title: "A spec that can't be read",
    message: ({ path, why }) => `can't read "${path}": ${why}`,
    reason: () => "a spec, or a configuration, is a file that this user may read",
    hint: () => "check the path, and the file's permissions",
  }),
  GB0003: error<{ name: string; near: string }>({
    title: "Nothing of this name",
    message: ({ name }) => `there is nothing called "${name}" in the spec`,
    reason: () => "explain knows callables by the names that Python uses, and diagnostics by code",
    hint: ({ near }) => `${near}write for instance f, Counter.inc, Counter, or GB3001`,
  }),
  GB0004: error<Record<never, never>>({
    title: "One output folder for several specs",
    message: () => "-o names the output folder of one module, but several specs are given",
    reason: () => "the files of one module would replace those of another",
    hint: () => "run gen-bindings once for each spec, or leave out -o",
  }),
  GB0005: error<{ name: string; first: string }>({
    title: "Two specs of one module",
    message: ({ name, first }) => `the module "${name}" is also that of ${first}`,
    reason: () => "both would be written to the same folder",
    hint: () => "rename one, or generate them with -o into different folders",
  }),
  GB0006: error<{ own: string; other: string }>({
    title: "Two configurations in one folder",
    message: ({ own, other }) => `both ${own} and ${other} hold defaults`,
    reason: () => "one of them would be ignored in silence",
    hint: ({ own }) => `move everything to ${own}, and remove the key "gen-bindings" here`,
  }),
  GB0007: error<{ path: string }>({
    title: "A converted spec that is there already",
    message: ({ path }) => `"${path}" is there already`,
    reason: () => "it may hold what nobody has written anywhere else",
    hint: () => "remove it, or use --force to replace it",
  }),
  GB0008: error<{ path: string; why: string }>({
    title: "A converted spec that can't be written",
    message: ({ path, why }) => `can't write "${path}": ${why}`,
    reason: () => "a converted spec is written beside the one it is made of",
    hint: () => "correct the cause, or copy the spec to a folder of yours first",
  }),
  GB0009: error<{ folder: string; paths: readonly string[] }>({
    title: "A new project where files are already",
    message: ({ folder, paths }) => `"${folder}" has ${paths.join(", ")} already`,
    reason: () => "init would replace what is yours; nothing was written",
    hint: () => "name another folder, such as gen-bindings init engine",
  }),
  GB0010: error<{ folder: string; why: string }>({
    title: "A new project that can't be written",
    message: ({ folder, why }) => `can't write the new project to "${folder}": ${why}`,
    reason: () => "the files of the project go there",
    hint: () => "name a folder that this user may write to",
  }),
  GB0011: error<{ module: string; target: string }>({
    title: "A CMake target with another name than the module",
    message: ({ module, target }) => `the module is "${module}", and its CMake target "${target}"`,
    reason: () => "the target is the file that Python looks for by the name of the module",
    hint: ({ module, target }) =>
      `write gen_bindings_add_module(${module} …), or name the module "${target}" here`,
  }),
  GB0012: error<{ has: string; target: string; mend: string }>({
    title: "What the spec says of its build, and the CMake target does not",
    message: ({ has, target }) => `the spec ${has}, and the CMake target "${target}" does not`,
    reason: () =>
      "CMake reads no spec when it configures: what it compiles and links is said in its own file",
    hint: ({ mend }) => `${mend}; or remove it here, where CMake has it in another way`,
  }),
  GB0013: error<{ path: string }>({
    title: "A spec that is not of the newest version",
    message: ({ path }) =>
      `"${path}" does not say that it is of the newest version of the language`,
    reason: () => "a later version of gen-bindings reads a spec by the version that it names",
    hint: ({ path }) => `run gen-bindings migrate ${path}`,
  }),
  GB0014: error<{ path: string; why: string }>({
    title: "A migrated spec that can't be written",
    message: ({ path, why }) => `can't write "${path}": ${why}`,
    reason: () => "the spec is rewritten in place; it is as it was",
    hint: () => "correct the cause, or migrate a copy of the spec",
  }),
};
