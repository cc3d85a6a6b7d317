/** A CMake project in a folder of its own: configured, built, and asked what the build ran. */
import { join } from "node:path";
import { runProgram } from "../program.mjs";

/** Of each command that Ninja or Make announces: "[1/3] Generating …", "[ 25%] Building …". */
const ANNOUNCED = /^\[ *\d+(?:\/\d+|%)\] (?!Built target)(.*)$/gm;

/** The commands that Ninja or Make says it ran. */
export function announced(output) {
  return [...output.matchAll(ANNOUNCED)].map(([, command]) => command);
}

/**
 * @param {{ source: string, build: string, generator: string, cmake: string, definitions?: Record<string, string>, environment?: NodeJS.ProcessEnv }} project
 *   source, build: folders, absolute; generator: as CMake calls it.
 */
export function cmakeProject({ source, build, generator, cmake, definitions = {}, environment }) {
  const run = (args) => runProgram(cmake, args, { cwd: source, environment, quiet: true });
  return {
    source,
    build,
    generator,
    /** @returns {Promise<{ ok: boolean, output: string }>} */
    configure(further = {}) {
      const entries = Object.entries({ ...definitions, ...further });
      const defined = entries.map(([name, value]) => `-D${name}=${value}`);
      return run(["-S", source, "-B", build, "-G", generator, ...defined]);
    },
    /**
     * @returns {Promise<{ ok: boolean, output: string, commands: readonly string[], generated: number, compiled: number }>}
     *   commands: what was announced; generated, compiled: how often the generator and the compiler ran.
     */
    async make(...args) {
      const { ok, output } = await run(["--build", build, "--parallel", "2", ...args]);
      const commands = announced(output);
      const count = (pattern) => commands.filter((each) => pattern.test(each)).length;
      return {
        ok,
        output,
        commands,
        generated: count(/^Generating /),
        compiled: count(/^Building CXX object (?!.*cmake_pch)/),
      };
    },
    /** @returns {Promise<{ ok: boolean, output: string }>} */
    test: () =>
      runProgram(join(cmake, "..", "ctest"), ["--output-on-failure"], {
        cwd: build,
        environment,
        quiet: true,
      }),
    /** @returns {Promise<{ ok: boolean, output: string }>} */
    install: (...args) => run(["--install", build, ...args]),
  };
}
