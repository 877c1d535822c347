import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "bin");
const isWindows = process.platform === "win32";

/** Node 24: this process when it is one, else npm's own package of it, fetched once into .ci/bin. */
export function findNode24() {
  if (process.versions.node.startsWith("24.")) return { path: process.execPath, prepare: () => ({}) };
  const name = `node-${isWindows ? "win" : process.platform}-${process.arch}`;
  const path = join(folder, "node_modules", name, "bin", isWindows ? "node.exe" : "node");
  return { path, prepare: () => (existsSync(path) ? {} : fetchNode(name)) };
}

function fetchNode(name) {
  console.log(`fetching ${name}@24 …`);
  const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `${name}@24`];
  const run = spawnSync("npm", args, { encoding: "utf8", shell: isWindows });
  if (run.status === 0) return {};
  return { problem: `${name}@24 could not be fetched:\n${run.stderr.split("\n").slice(-8).join("\n")}` };
}
