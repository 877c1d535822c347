import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "bin");

/** Node 24: this process when it is one, else npm's own package of it, fetched once into .ci/bin. */
export function findNode24() {
  if (process.versions.node.startsWith("24.")) return { path: process.execPath, prepare: undefined };
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const path = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  return { path, prepare: () => (existsSync(path) ? {} : fetchNode(name)) };
}

function fetchNode(name) {
  console.log(`fetching ${name}@24 …`);
  const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `${name}@24`];
  const run = spawnSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });
  return run.status === 0
    ? null
    : `${name}@24 could not be fetched:\n${run.stderr.split("\n").slice(-8).join("\n")}`;
}
