import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MARKER = "node_modules/.gatebook-installed";

/**
 * Runs `npm ci` when node_modules is not what package-lock.json asks for. Needs nothing installed itself.
 * Returns an error text for the person, or null when all is in place.
 */
export function ensureInstalled(root, say) {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const marker = join(root, MARKER);
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return null;
  say("Installing packages (once; about a minute) …");
  const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (run.status !== 0) return `npm ci failed.\n${lastLines(run)}`;
  writeFileSync(marker, wanted);
  return null;
}

function lastLines(run) {
  if (run.error) return `npm could not be started: ${run.error.message}`;
  return `${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-15).join("\n");
}
