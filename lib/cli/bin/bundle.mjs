import { join } from "node:path";

const EXTERNAL = ["@duckdb/node-api", "next", "react", "react-dom", "nuqs"];

/** The programs that run outside Next, each a file of `dist`; what a command does not use is not loaded by it. */
export async function bundle(root, outdir = join(root, "dist")) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: {
      supervise: "lib/server/start/supervise.ts",
      engine: "lib/server/engine/main.ts",
      web: "lib/server/web/main.ts",
      sandbox: "lib/server/sandbox-main.ts",
      gatebook: "lib/cli/main.ts",
    },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: EXTERNAL,
    // Some bundled packages still call require.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  });
}
