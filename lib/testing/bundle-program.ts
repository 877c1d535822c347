import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * A program for a process of its own, which a test may kill: one bundled file below `dist`, so that packages are found.
 * Gives its folder, to be removed, and its path.
 */
export async function bundleProgram(entry: string): Promise<{ folder: string; path: string }> {
  const dist = join(import.meta.dirname, "../../dist");
  await mkdir(dist, { recursive: true });
  const folder = await mkdtemp(join(dist, "under-test-"));
  const path = join(folder, "program.mjs");
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["@duckdb/node-api"],
    outfile: path,
    logLevel: "warning",
  });
  return { folder, path };
}
