// Builds the pages (Next) and the processes (esbuild) into .next and dist.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { markBuilt } from "./ensure-built.mjs";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
rmSync(join(root, "dist"), { recursive: true, force: true });
const next = join(root, "node_modules", "next", "dist", "bin", "next");
const run = spawnSync(process.execPath, [next, "build"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
});
if (run.status !== 0) process.exit(run.status ?? 1);
await bundle(root);
markBuilt(root);
