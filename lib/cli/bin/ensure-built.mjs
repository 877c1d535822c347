import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["app", "components", "lib", "next.config.js", "package.json", "package-lock.json"];
const MARKER = "dist/.built";

/** Builds when a source file is newer than the last build. Gives an error text, or null when all is in place. */
export function ensureBuilt(root, say) {
  const wanted = fingerprint(root);
  const marker = join(root, MARKER);
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return null;
  say("Building (once; a minute or two) …");
  const script = join(root, "lib", "cli", "bin", "build.mjs");
  const run = spawnSync(process.execPath, [script], { cwd: root, encoding: "utf8" });
  if (run.status !== 0)
    return `the build failed.\n${`${run.stdout}\n${run.stderr}`.trim().split("\n").slice(-25).join("\n")}`;
  return null;
}

/** Notes what the build at hand was made of. */
export function markBuilt(root) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, MARKER), fingerprint(root));
}

/** Names, sizes and times of the sources: cheap enough for every start. */
function fingerprint(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) addPath(hash, root, source);
  return hash.digest("hex");
}

function addPath(hash, root, path) {
  const status = statSync(join(root, path));
  if (status.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addPath(hash, root, `${path}/${name}`);
  } else if (!/\.test\.tsx?$|\.md$/.test(path)) {
    hash.update(`${path}\0${status.size}\0${status.mtimeMs}\n`);
  }
}
