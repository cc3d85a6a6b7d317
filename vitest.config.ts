/** The two kinds of test: those of a module, beside it; and those that build and run, in tests/. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["generator/**/*.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // Each of these starts compilers; two at once would only wait for each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
