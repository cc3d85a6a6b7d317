/**
 * The figures of CMake builds: `npm run test:cmake`.
 *
 * Each is a line `figure: NAME = VALUE (bound <= X) holds|short`; exit status 1 where one falls short.
 */
import { cmakeFigures } from "./cmake/figures.mjs";
import { runScript } from "./program.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  const { python } = await setUp();
  return (await cmakeFigures({ python, environment: process.env })).every(Boolean);
});
