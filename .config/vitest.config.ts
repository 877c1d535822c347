import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, ""),
      "server-only": fileURLToPath(new URL("../node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", ".config/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // All of the machine: vitest leaves one core idle, which is half of a small one.
    maxWorkers: "100%",
  },
});
