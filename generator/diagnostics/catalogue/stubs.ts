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
  GB2083: error<Record<never, never>>({
    title: "A stub of what Python does not see",
    message: () => 'code at namespace level has no "stub"',
    reason: () => "nothing of it is in Python before the module or a class defines it",
    hint: () => 'move "stub" to the code of the module or class that defines it',
    fix: () => '{ "at": "module", "gil": "attached", "cpp": "…", "stub": "def f() -> int: ..." }',
  }),
  GB2084: error<{ why: string }>({
    title: "Stub lines that are no Python",
    message: ({ why }) => `can't read the "stub" as Python: ${why}`,
    reason: () => "it is printed into the stub as it stands, which type checkers read",
    hint: () => 'write declarations, for instance "def sum(a: int, b: int) -> int: ..."',
  }),
};
