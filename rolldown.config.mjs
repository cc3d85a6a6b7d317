/**
 * Puts the command line, as tsc compiled it, into a few files: Node takes longer to find and load some
 * 260 small modules than the program takes over a spec. What is loaded only when needed stays apart.
 */
import { isAbsolute } from "node:path";
import { defineConfig } from "rolldown";

// biome-ignore lint/style/noDefaultExport: rolldown reads the default export
export default defineConfig({
  input: "dist/cli.js",
  platform: "node",
  external: (id) => !id.startsWith(".") && !isAbsolute(id),
  output: { dir: "dist", chunkFileNames: "chunks/[name].js" },
});
