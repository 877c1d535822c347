// `npm test`: everything that must hold. Needs only Node and npm; installs the rest.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "../lib/cli/bin/ensure-installed.mjs";
import { runStep } from "./run-step.mjs";
import { steps } from "./steps.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const only = process.argv.indexOf("--only");
const wanted = only < 0 ? null : new Set((process.argv[only + 1] ?? "").split(","));
const chosen = steps.filter((step) => wanted === null || wanted.has(step.name));
if (chosen.length === 0 || (wanted !== null && chosen.length < wanted.size)) {
  console.error(`--only takes a list of: ${steps.map((step) => step.name).join(", ")}`);
  process.exit(2);
}

const problem = ensureInstalled(root, (text) => console.log(text));
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}

const results = [];
for (const step of chosen) results.push(await runStep(step));

console.log("\nstep            result    tests   seconds");
for (const { name, passed, failed, seconds } of results) {
  const verdict = failed === 0 ? "passed" : "FAILED";
  console.log(
    `${name.padEnd(15)} ${verdict}   ${String(passed + failed).padStart(6)} ${seconds.toFixed(1).padStart(9)}`,
  );
}
const failures = results.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") === 0 ? 0 : 1);
