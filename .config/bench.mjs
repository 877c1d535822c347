// `npm run bench`: every file of .config/bench that exports `run`, each in a process of its own; JSON. On one core,
// unless the file says ALL_CORES. What follows `--only NAME` is for the benchmark: `--attempts N`, `--data DIR`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = join(dirname(fileURLToPath(import.meta.url)), "bench");
const flags = ["--max-old-space-size=8192"];
const only = process.argv.indexOf("--only");
const wanted = only < 0 ? "" : (process.argv[only + 1] ?? "");
const ours = process.argv.slice(2).filter((word, i, words) => word !== "--only" && words[i - 1] !== "--only");
const names = readdirSync(folder).filter(
  (name) =>
    name.includes(wanted) && readFileSync(join(folder, name), "utf8").includes("export async function run("),
);
// Where packages are found that cannot be bundled.
const out = mkdtempSync(join(folder, "..", "..", "node_modules", ".bench-"));
const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;

const reports = [];
for (const name of names) {
  const outfile = join(out, name.replace(/\.ts$/, ".mjs"));
  const entry = `import { run } from ${JSON.stringify(join(folder, name))}; console.log(JSON.stringify(await run()));`;
  await build({
    stdin: { contents: entry, resolveDir: folder, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["@duckdb/node-api", "yaml"],
    outfile,
    logLevel: "warning",
  });
  const words = [process.execPath, ...flags, outfile, ...ours];
  const usesAll = readFileSync(join(folder, name), "utf8").includes("export const ALL_CORES");
  const [command, ...args] = hasTaskset && !usesAll ? ["taskset", "-c", "0", ...words] : words;
  const run = spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) process.exitCode = 1;
  // The report is the last line; what fetches Node 24 speaks before it.
  else reports.push(JSON.parse(run.stdout.trim().split("\n").at(-1)));
}
rmSync(out, { recursive: true, force: true });
console.log(JSON.stringify({ node: process.version, oneCore: hasTaskset, reports }, null, 2));
