/**
 * A C++ name that was declared and is defined nowhere.
 *
 * An extension module may leave symbols open for the interpreter to fill in, so the linker does not
 * complain; it is the dynamic loader that does, when Python imports the module.
 */
import { findExecutable } from "./executable.js";
import { type RunOptions, run } from "./run.js";

/** The name an import failed on, as C++ spells it where c++filt is there; undefined if none did. */
export async function undefinedSymbolIn(
  output: string,
  options: RunOptions,
): Promise<string | undefined> {
  const mangled = /ImportError: .*undefined symbol: (\w+)/.exec(output)?.[1];
  if (mangled === undefined) return undefined;
  const filter = findExecutable(["c++filt", "llvm-cxxfilt"], options.environment);
  if (filter === undefined) return mangled;
  const { exitCode, stdout } = await run(filter, [mangled], options);
  return exitCode === 0 ? stdout.trim() : mangled;
}
