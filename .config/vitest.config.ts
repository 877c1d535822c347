import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const CORE = ["lib/domain/**/*.test.ts", "components/**/*.test.{ts,tsx}"];

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, ""),
      "server-only": fileURLToPath(new URL("../node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    // For a busy machine: nothing is said by how long a test takes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // All of the machine: vitest leaves one core idle, which is half of a small one.
    maxWorkers: "100%",
    projects: [
      // Pure: files may share a process and its modules, which takes half of the time.
      { extends: true, test: { name: "core", include: CORE, isolate: false } },
      {
        extends: true,
        test: {
          name: "rest",
          include: ["lib/**/*.test.ts", ".config/**/*.test.ts"],
          exclude: CORE,
        },
      },
    ],
  },
});
