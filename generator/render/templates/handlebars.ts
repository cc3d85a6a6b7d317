/**
 * Handlebars: the part that prints compiled templates, and the whole with its compiler, which is loaded
 * when a template is parsed or compiled that the build did not compile.
 */
import { createRequire } from "node:module";
import type Handlebars from "handlebars";

const require = createRequire(import.meta.url);

/** Prints what was compiled; has no compiler. */
export const handlebarsRuntime: typeof Handlebars = require("handlebars/runtime");

/** The whole library. Its exceptions are those of the runtime. */
export function wholeHandlebars(): typeof Handlebars {
  return require("handlebars");
}
