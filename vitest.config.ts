import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const NEVER = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Vitest leaves one core free; tests wait for their databases half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "unit",
          // Properties take a second or two each; a busy machine of two cores makes that ten.
          testTimeout: 60_000,
          include: [
            "packages/*/test/**/*.test.ts",
            "server/test/**/*.test.ts",
            "seed/test/**/*.test.ts",
            ".ci/test/**/*.test.ts",
          ],
          exclude: [...NEVER, "**/*.db.test.ts", "packages/e2e/**"],
        },
      },
      {
        extends: "web/vite.config.ts",
        root: "web",
        test: { name: "web", include: ["test/**/*.test.{ts,tsx}"], exclude: NEVER },
      },
      {
        test: {
          name: "database",
          include: ["**/test/**/*.db.test.ts"],
          exclude: NEVER,
          globalSetup: ["packages/db/test/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["packages/e2e/test/**/*.test.ts"],
          exclude: NEVER,
          globalSetup: ["packages/e2e/src/global-setup.ts"],
          setupFiles: ["packages/e2e/src/setup.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
