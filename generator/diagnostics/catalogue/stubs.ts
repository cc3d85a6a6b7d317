/** GB2080 and on: what a spec says to Python's type checkers. */
import { error } from "./entry.js";

export const stubs = {
  GB2080: error<{ text: string }>({
    title: "An annotation that can't be read",
    message: ({ text }) => `can't read the annotation ${JSON.stringify(text)}`,
    reason: () => "it is printed into the stub, which type checkers read",
    hint: () => 'write a type as in Python, for instance "list[str] | None"',
  }),
  GB2081: error<{ name: string; near: string }>({
    title: "An unknown name in an annotation",
    message: ({ name }) => `unknown name "${name}" in an annotation`,
    reason: () => "no class or enumeration of this spec and no type of Python's own has that name",
    hint: ({ near }) =>
      `${near}put the module in front of what another one holds, as in "pathlib.Path"`,
  }),
};
