// `npm run bench:web`: pages of the production build over a year of attempts, in real Chromium; JSON. `--attempts N`
// (1,000,000), `--data DIR` (filled where it is empty; else a folder of its own), `--runs R` (9).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findChromium } from "../.ci/chromium.mjs";
import { measureLoad } from "./bench-web/measure-load.mjs";
import { measureUse } from "./bench-web/measure-use.mjs";
import { serveFilled } from "./bench-web/serve-filled.mjs";

const PATHS = ["/", "/attempts?range=365d", "/reasons", "/clusters", "/identities"];
const ARGS = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
];

const { values } = parseArgs({
  options: {
    attempts: { type: "string", default: "1000000" },
    data: { type: "string" },
    runs: { type: "string", default: "9" },
  },
});
const { env, problem } = await findChromium();
if (problem) throw new Error(problem);
const data = values.data ?? mkdtempSync(join(tmpdir(), "gatebook-bench-"));
const runs = Number(values.runs);
const server = await serveFilled({ data, attempts: Number(values.attempts) });
const browser = await chromium.launch({ executablePath: env.CHROMIUM, chromiumSandbox: false, args: ARGS });
try {
  const loads = [];
  for (const path of PATHS) loads.push(await measureLoad(browser, server.url, { path, runs }));
  const use = await measureUse(browser, server.url, runs);
  console.log(JSON.stringify({ attempts: Number(values.attempts), runs, loads, ...use }, null, 2));
} finally {
  await browser.close();
  await server.close();
  if (values.data === undefined) rmSync(data, { recursive: true });
}
