// `npm run full-size [-- PATH …]`: the long tests at the sizes that the facts ask for; `npm test` runs them smaller.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const SIZED = ["lib/testing", "lib/server/sample-world.test.ts", "lib/server/shares/share-secret.test.ts"];
const wanted = process.argv.slice(2);
const words = ["node_modules/vitest/vitest.mjs", "run", "--config", ".config/vitest.config.ts"];
const { status } = spawnSync(process.execPath, [...words, ...(wanted.length > 0 ? wanted : SIZED)], {
  cwd: dirname(dirname(fileURLToPath(import.meta.url))),
  env: { ...process.env, GATEBOOK_FULL_SIZE: "1" },
  stdio: "inherit",
});
process.exit(status ?? 1);
