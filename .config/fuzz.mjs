// `npm run fuzz -- --lines 10000000 --seed 1`: mutated lines through the parsers; JSON on what came of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values } = parseArgs({
  options: { lines: { type: "string", default: "10000000" }, seed: { type: "string", default: "1" } },
});
const out = mkdtempSync(join(tmpdir(), "gatebook-fuzz-"));
const outfile = join(out, "fuzz-lines.mjs");
await build({
  entryPoints: [fileURLToPath(new URL("fuzz/fuzz-lines.ts", import.meta.url))],
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  logLevel: "warning",
});
const { fuzzLines } = await import(pathToFileURL(outfile).href);
rmSync(out, { recursive: true });
console.log(JSON.stringify(fuzzLines(Number(values.lines), Number(values.seed))));
