// `npm run soak [-- --short --kills N --seed S]`: kills the engine at random points of a bad day; nothing may be lost or double.
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { bundle } from "../lib/cli/bin/bundle.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { short: { type: "boolean" }, kills: { type: "string" }, seed: { type: "string" } },
});
const short = values.short === true;
const kills = whole("kills", short ? 20 : 100);
const seed = whole("seed", short ? 1 : Date.now() % 1_000_000);
const started = performance.now();
const dist = join(root, "dist", `soak-${process.pid}`);
try {
  const runSoak = await load();
  // The last sweep for lines an hour late is half an hour after that; for those six hours late, three hours.
  const times = short ? { speed: 480, settleMs: 100 * 60_000 } : { speed: 480, settleMs: 10 * 3_600_000 };
  const tell = (line) => process.stderr.write(`${line}\n`);
  const result = await runSoak({ dist, seed, kills, isShort: short, ...times, tell });
  process.exitCode = report(result) ? 0 : 1;
} finally {
  await rm(dist, { recursive: true, force: true });
}

function report({ kills: points, acknowledged, acknowledgedLost, attempts, deviation }) {
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const where = Object.entries(points)
    .map(([after, count]) => `${count} after ${after}`)
    .join(", ");
  const lost = [...deviation.lostLines, ...deviation.lostEvents];
  const double = [...deviation.doubleLines, ...deviation.doubleEvents];
  console.log(`seed ${seed}: ${kills} kills (${where}), ${attempts} attempts, ${seconds} s`);
  console.log(`${acknowledged} stretches acknowledged, ${acknowledgedLost.length} of them lost`);
  console.log(`${lost.length} lost, ${double.length} double, ${deviation.invented.length} invented`);
  const wrong = [...acknowledgedLost, ...lost, ...double, ...deviation.invented];
  for (const one of wrong.slice(0, 20)) console.error(one);
  return wrong.length === 0;
}

function whole(name, otherwise) {
  const value = values[name] === undefined ? otherwise : Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${name} takes a whole number`);
  process.exit(2);
}

async function load() {
  await bundle(root, dist);
  const outfile = join(dist, "soak.mjs");
  const entryPoints = [join(root, "lib/testing/soak/run-soak.ts")];
  const common = { bundle: true, platform: "node", format: "esm", target: "node20" };
  await build({ ...common, entryPoints, outfile, absWorkingDir: root, external: ["@duckdb/node-api"] });
  return (await import(pathToFileURL(outfile).href)).runSoak;
}
