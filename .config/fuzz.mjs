// `npm run fuzz [-- --lines N --seed S --from N]`: throws ten million generated and mutated inputs at the parsers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { lines: { type: "string" }, seed: { type: "string" }, from: { type: "string" } },
});
const seed = whole("seed", Date.now() % 1_000_000);
const from = whole("from", 0);
const end = from + whole("lines", 10_000_000);
const STEP = 250_000;

const runCampaign = await loadCampaign();
const started = performance.now();
for (let at = from; at < end; at += STEP) {
  const found = runCampaign({ seed, from: at, count: Math.min(STEP, end - at) });
  if (found !== null) {
    console.error(`seed ${seed}, input ${found.nth}: ${found.problem}\n${JSON.stringify(found.input)}`);
    process.exit(1);
  }
  const done = Math.min(at + STEP, end) - from;
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write(`\r${done} of ${end - from} inputs, ${seconds.toFixed(0)} s `);
}
console.log(`\nseed ${seed}: ${end - from} inputs, none threw, none was misread`);

function whole(name, otherwise) {
  const value = values[name] === undefined ? otherwise : Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${name} takes a whole number`);
  process.exit(2);
}

async function loadCampaign() {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-fuzz-"));
  const outfile = join(folder, "campaign.cjs");
  const entryPoints = [join(root, "lib/testing/fuzz/run-campaign.ts")];
  // As CommonJS, for the package yaml requires modules of Node.
  await build({ entryPoints, bundle: true, platform: "node", format: "cjs", target: "node20", outfile });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return loaded.runCampaign;
}
