// `npm run sbom`: what Gatebook runs with, as CycloneDX, in dist/gatebook.cdx.json; `--out FILE` takes another place.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packagesAtRunTime } from "./packages-at-run-time.mjs";

const { values } = parseArgs({ options: { out: { type: "string", default: "dist/gatebook.cdx.json" } } });
const cwd = fileURLToPath(new URL("..", import.meta.url));
const words = ["sbom", "--sbom-format", "cyclonedx"];
const run = spawnSync("npm", words, {
  cwd,
  encoding: "utf8",
  maxBuffer: 2 ** 28,
  shell: process.platform === "win32",
});
if (run.status !== 0) throw new Error(`npm sbom failed: ${run.error?.message ?? run.stderr}`);
const bill = atRunTime(JSON.parse(run.stdout));
// npm tells the folder's name, which is anybody's.
bill.metadata.component.name = "gatebook";
const file = resolve(cwd, values.out);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.components.length} packages are in ${file}`);

/** npm's own `--omit dev` loses packages that something for development asks for too: yaml, zod, jose. */
function atRunTime(whole) {
  const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
  const kept = new Set(packagesAtRunTime(lock).map(({ name, entry }) => `${name}@${entry.version}`));
  const components = whole.components.filter(({ name, version }) => kept.has(`${name}@${version}`));
  const refs = new Set([whole.metadata.component, ...components].map((one) => one["bom-ref"]));
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  return { ...whole, components, dependencies };
}
