/** GB02xx: compiler, CMake, Python, Boost.Python, pytest. */
import { error } from "./entry.js";

/** The way that needs no root: everything but the compiler and Python itself comes as wheels. */
const wheels =
  "without root: python3 -m venv .venv && .venv/bin/pip install cmeel-boost cmake ninja pytest " +
  "(a .venv here or in a folder above is found by itself)";

export const toolchain = {
  GB0201: error<{ looked: string }>({
    title: "No C++ compiler",
    message: () => "no C++ compiler was found",
    reason: ({ looked }) => `looked for ${looked}`,
    hint: () =>
      "install one that knows C++17 (Debian, Ubuntu: apt install g++), or name one in the environment variable CXX",
  }),
  GB0202: error<{ looked: string }>({
    title: "No Python",
    message: () => "no Python 3 was found",
    reason: ({ looked }) => `looked for ${looked}`,
    hint: () =>
      "install one (Debian, Ubuntu: apt install python3 python3-dev python3-venv), or name one with --python",
  }),
  GB0203: error<{ path: string; why: string }>({
    title: "A Python that can't be used",
    message: ({ path, why }) => `the Python at "${path}" can't be used: ${why}`,
    reason: () => "the bindings are compiled against this Python, CPython 3.8 or newer",
    hint: () => "name another with --python or in the environment variable GEN_BINDINGS_PYTHON",
  }),
  GB0204: error<{ path: string; version: string }>({
    title: "No Python headers",
    message: ({ path, version }) =>
      `the headers of Python ${version} ("${path}") are not installed`,
    reason: () =>
      "a module is compiled against Python.h; looked for it in the include folder that this Python names",
    hint: () =>
      "install them (Debian, Ubuntu: apt install python3-dev), or name a Python that has its headers with --python",
  }),
  GB0205: error<{ looked: string }>({
    title: "No CMake",
    message: () => "CMake was not found",
    reason: ({ looked }) => `looked for ${looked}`,
    hint: () => `install it (Debian, Ubuntu: apt install cmake); ${wheels}`,
  }),
  GB0206: error<{ path: string; version: string }>({
    title: "A CMake that is too old",
    message: ({ path, version }) => `the CMake at "${path}" is too old: version ${version}`,
    reason: () => "the emitted project needs CMake 3.20 or newer",
    hint: () => `install a newer one; ${wheels}`,
  }),
  GB0207: error<{ looked: string }>({
    title: "No build tool",
    message: () => "neither Ninja nor Make was found",
    reason: ({ looked }) => `looked for ${looked}`,
    hint: () => `install one (Debian, Ubuntu: apt install ninja-build); ${wheels}`,
  }),
  GB0208: error<{ pythonVersion: string; looked: string }>({
    title: "No Boost.Python",
    message: ({ pythonVersion }) => `Boost.Python for Python ${pythonVersion} was not found`,
    reason: ({ looked }) =>
      `looked for it with ${looked}; it is compiled for one version of Python`,
    hint: () =>
      "install it (Debian, Ubuntu: apt install libboost-python-dev, for the system's own Python); " +
      wheels,
  }),
  GB0209: error<{ path: string }>({
    title: "No pytest",
    message: ({ path }) => `the Python at "${path}" has no pytest`,
    reason: () =>
      "the generated tests are pytest files; asked this Python whether it can import it",
    hint: () => `install it (Debian, Ubuntu: apt install python3-pytest); ${wheels}`,
  }),
  GB0210: error<{ error: string }>({
    title: "CMake stopped",
    message: () => "CMake could not configure the generated project",
    reason: ({ error }) => error,
    hint: () => "what CMake printed says more",
  }),
  GB0211: error<{ paths: readonly string[] }>({
    title: "The build failed",
    message: ({ paths }) =>
      paths.length === 0
        ? "the generated project did not build"
        : `the generated project did not build: ${paths.join(", ")}`,
    reason: () => "the compiler or the linker refused it",
    hint: () =>
      "look at the first message: most often a C++ name or type in the spec is not what the headers declare",
  }),
  GB0212: error<Record<string, never>>({
    title: "Tests failed",
    message: () => "generated tests failed",
    reason: () => "the module does not do what the spec says",
    hint: () => "what pytest printed names the test and the values",
  }),
  GB0213: error<{ why: string }>({
    title: "Tests that could not be run",
    message: ({ why }) => `the generated tests came to no result: ${why}`,
    reason: () => "only a run that pytest finishes can pass or fail",
    hint: () => "what pytest printed says more",
  }),
  GB0214: error<{ symbol: string }>({
    title: "A C++ name without a definition",
    message: ({ symbol }) =>
      `"${symbol}" is declared, but defined nowhere: the module can't be imported`,
    reason: () =>
      "the linker leaves open names of an extension module to the moment it is imported",
    hint: () =>
      'name the source file that defines it in "sources" of the module, or its library in "link"',
  }),
  GB0215: error<{ name: string }>({
    title: "An imported module that Python does not find",
    message: ({ name }) => `the module imports "${name}", which Python does not find`,
    reason: () => "it is looked for where this program builds it, and on PYTHONPATH",
    hint: () => "name the imported spec on the command line too, or put its folder on PYTHONPATH",
  }),
};
