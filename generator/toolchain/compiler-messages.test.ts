/** Tests of leading compiler messages back to the spec, with what g++ 12 and clang++ 14 print. */
import { expect, test } from "vitest";
import { parseCompilerMessages } from "./compiler-messages.js";

const buildFolder = "/home/me/out/example/build";

interface Case {
  readonly name: string;
  readonly output: string;
  /** Severity, logical path and number of lines of each message. */
  readonly found: readonly string[];
  readonly rest: string;
}

const cases: readonly Case[] = [
  {
    name: "g++: a message with its function and its source line",
    output: `[1/2] Building CXX object CMakeFiles/example.dir/src/module.cpp.o
FAILED: CMakeFiles/example.dir/src/module.cpp.o
/usr/bin/c++ -Dexample_EXPORTS -std=gnu++17 -o CMakeFiles/example.dir/src/module.cpp.o -c /home/me/out/example/src/module.cpp
example/functions/f#2: In function ‘int gen_bindings::body(int)’:
example/functions/f#2:1:40: error: ‘g’ is not a member of ‘acme’
    1 | inline int body(int n) { return acme::g(n); }
      |                                        ^
ninja: build stopped: subcommand failed.`,
    found: ["error example/functions/f#2, 4 lines"],
    rest: `[1/2] Building CXX object CMakeFiles/example.dir/src/module.cpp.o
FAILED: CMakeFiles/example.dir/src/module.cpp.o
/usr/bin/c++ -Dexample_EXPORTS -std=gnu++17 -o CMakeFiles/example.dir/src/module.cpp.o -c /home/me/out/example/src/module.cpp
ninja: build stopped: subcommand failed.`,
  },
  {
    name: "g++: notes and what they were included from stay with their message",
    output: `example/functions/g#1:1:71: error: no matching function for call to ‘push_back(acme::S&)’
In file included from /usr/include/c++/12/vector:64,
                 from a.cpp:1:
/usr/include/c++/12/bits/stl_vector.h:1276:7: note: candidate: ‘push_back(const value_type&)’
 1276 |       push_back(const value_type& __x)
      |       ^~~~~~~~~
example/functions/h#1:1:85: error: ‘struct acme::S’ has no member named ‘m’`,
    found: ["error example/functions/g#1, 6 lines", "error example/functions/h#1, 1 lines"],
    rest: "",
  },
  {
    name: "g++: an error in a header that a construct required",
    output: `In file included from /usr/include/boost/python/def.hpp:13,
                 from /home/me/out/example/src/module.cpp:3:
/usr/include/boost/python/detail/invoke.hpp: In instantiation of ‘struct invoke<int>’:
/usr/include/boost/python/def.hpp:91:5:   required from ‘void def(const char*)’
example/classes/Counter/methods/inc#1:1:5:   required from here
/usr/include/boost/python/detail/invoke.hpp:75:86: error: no matching function
   75 |     return rc(f( ac() ));
      |            ^~`,
    found: ["error example/classes/Counter/methods/inc#1, 8 lines"],
    rest: "",
  },
  {
    name: "g++: a warning is no error; one in a file of the user's own is none of ours",
    output: `/home/me/example.cpp: In function ‘void f()’:
/home/me/example.cpp:3:7: warning: unused variable ‘x’ [-Wunused-variable]
    3 |   int x;
      |       ^
example/constants/LIMIT#1:1:12: warning: conversion from ‘long int’ to ‘int’ [-Wconversion]`,
    found: ["warning example/constants/LIMIT#1, 1 lines"],
    rest: `/home/me/example.cpp: In function ‘void f()’:
/home/me/example.cpp:3:7: warning: unused variable ‘x’ [-Wunused-variable]
    3 |   int x;
      |       ^`,
  },
  {
    name: "clang++: messages, notes and the closing count",
    output: `example/functions/f#2:1:40: error: no member named 'g' in namespace 'acme'
inline int body(int n) { return acme::g(n); }
                                ~~~~~~^
/usr/include/c++/12/bits/stl_vector.h:1276:7: note: candidate function not viable
      push_back(const value_type& __x)
      ^
1 error generated.`,
    found: ["error example/functions/f#2, 6 lines"],
    rest: "1 error generated.",
  },
  {
    name: "colours do not hide a message",
    output:
      "\u001b[1mexample/functions/f#2:1:40: \u001b[0m\u001b[0;1;31merror: \u001b[0mno member\u001b[0m",
    found: ["error example/functions/f#2, 1 lines"],
    rest: "",
  },
  {
    name: "the linker, with debug information: the logical path lies in the build folder",
    output: `[2/2] Linking CXX shared module example.so
/usr/bin/ld: CMakeFiles/example.dir/src/module.cpp.o: in function \`gen_bindings::body(int)':
${buildFolder}/example/functions/f#1:1: undefined reference to \`acme::f(int)'
collect2: error: ld returned 1 exit status`,
    found: ["error example/functions/f#1, 2 lines"],
    rest: "[2/2] Linking CXX shared module example.so\ncollect2: error: ld returned 1 exit status",
  },
  {
    name: "the linker, without: nothing names a construct, and nothing is lost",
    output: `/usr/bin/ld: module.cpp.o: in function \`gen_bindings::body(int)':
module.cpp:(.text+0x11): undefined reference to \`acme::f(int)'
collect2: error: ld returned 1 exit status`,
    found: [],
    rest: `/usr/bin/ld: module.cpp.o: in function \`gen_bindings::body(int)':
module.cpp:(.text+0x11): undefined reference to \`acme::f(int)'
collect2: error: ld returned 1 exit status`,
  },
  {
    name: "context that no message follows is kept",
    output: `In file included from a.cpp:1:
[2/2] Building CXX object b.o
In file included from b.cpp:1:`,
    found: [],
    rest: `In file included from a.cpp:1:
[2/2] Building CXX object b.o
In file included from b.cpp:1:`,
  },
  {
    name: "a relative path of a file is not a logical path",
    output: "../src/module.cpp:3:1: error: expected ‘;’\nsrc/module.cpp:4:1: error: expected ‘;’",
    found: [],
    rest: "../src/module.cpp:3:1: error: expected ‘;’\nsrc/module.cpp:4:1: error: expected ‘;’",
  },
];

test.each(cases)("$name", ({ output, found, rest }) => {
  const parsed = parseCompilerMessages(output, buildFolder);
  const described = parsed.groups.map(
    ({ severity, logicalPath, text }) =>
      `${severity} ${logicalPath}, ${text.split("\n").length} lines`,
  );
  expect(described).toEqual(found);
  expect(parsed.rest).toBe(rest);
});

test.each(cases)("no line is lost: $name", ({ output }) => {
  const { groups, rest } = parseCompilerMessages(output, buildFolder);
  const kept = [...groups.flatMap((group) => group.text.split("\n")), ...rest.split("\n")];
  const colourless = output
    .split("\u001b")
    .map((part, index) => (index > 0 ? part.replace(/^\[[0-9;]*m/, "") : part))
    .join("");
  expect(kept.filter(Boolean).sort()).toEqual(colourless.split("\n").filter(Boolean).sort());
});
