import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs one step with its output shown. A step counts as one check; one that runs tests counts these instead, and has
 * failed when it ran none. Returns `{ name, passed, failed, seconds }`.
 */
export async function runStep(step) {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "gatebook-test-"));
  const report = join(folder, "report.json");
  const { problem = null, env = {} } = (await step.prepare?.()) ?? {};
  if (problem !== null) console.error(problem);
  const all = { ...step.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = problem === null ? await spawned(step.command(report), all) : 1;
  const ok = code === 0 ? 1 : 0;
  const counts = step.countTests ? readCounts(report, code) : { passed: ok, failed: 1 - ok };
  rmSync(folder, { recursive: true, force: true });
  return { name: step.name, ...counts, seconds: (performance.now() - started) / 1000 };
}

function spawned([command, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    child.on("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Vitest's and Playwright's JSON reports; no report, or none that ran, is one failure. */
function readCounts(path, code) {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(path, "utf8"));
  const passed = report.numPassedTests ?? report.stats?.expected ?? 0;
  const failed = report.numFailedTests ?? (report.stats?.unexpected ?? 0) + (report.stats?.flaky ?? 0);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
