import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/**
 * Runs one step with its output shown. A step counts as one check; one that runs tests counts these instead, and has
 * failed when it ran none. Returns `{ name, passed, failed, failures, seconds }`; `failures` names the tests.
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
  const counts = step.countTests ? readCounts(report, code) : { passed: ok, failed: 1 - ok, failures: [] };
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
  if (!existsSync(path)) return { passed: 0, failed: 1, failures: [] };
  const report = JSON.parse(readFileSync(path, "utf8"));
  const passed = report.numPassedTests ?? report.stats?.expected ?? 0;
  const failures = [...failuresOfVitest(report), ...(report.suites ?? []).flatMap(failuresOfPlaywright)];
  const none = code !== 0 || passed === 0 ? 1 : 0;
  return { passed, failed: failures.length || none, failures };
}

/** A file that fails outside of its tests has none that failed. */
function failuresOfVitest({ testResults = [] }) {
  return testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults, message }) => {
      const file = relative(process.cwd(), name);
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return [`${file}: ${firstLines(message)}`];
      return failed.map(
        ({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLines(failureMessages[0])}`,
      );
    });
}

/** What was wrong, and the first places. */
function firstLines(message = "") {
  return message.split("\n").slice(0, 6).join("\n");
}

function failuresOfPlaywright({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} › ${title}`);
  return [...failed, ...suites.flatMap(failuresOfPlaywright)];
}
