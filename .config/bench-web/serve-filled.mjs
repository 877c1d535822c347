import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PORT = 3918;
const PATIENCE_MS = 600_000;
/** Of one core. */
const CALM_SHARE = 0.1;
const CALM_OVER_MS = 5_000;
const bin = (name) => join(process.cwd(), "lib", "cli", "bin", `${name}.mjs`);

/** Fills the folder with attempts of the sample world where it is empty, and serves it. Gives `{ url, close }`. */
export async function serveFilled({ data, attempts }) {
  if (!existsSync(join(data, "events.duckdb"))) {
    const words = [bin("gatebook"), "sandbox", "--into", data, "--attempts", String(attempts)];
    const filled = spawnSync(process.execPath, words, { stdio: ["ignore", "ignore", "inherit"] });
    if (filled.status !== 0) throw new Error("the folder could not be filled");
  }
  const words = [bin("start"), "--sandbox", "--data", data, "--port", String(PORT)];
  const server = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${PORT}`;
  const close = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  };
  try {
    await untilRead(url);
    await untilCalm(url);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

/** What is still read would take the processor from what is measured. */
async function untilRead(url) {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const { sources = [] } = await ask(`${url}/api/v1/coverage`);
    const isOver = ({ state }) => state === "following" || state === "failed" || state === "imported";
    if (sources.length > 0 && sources.every(isOver)) return;
    await sleep(1_000);
  }
  throw new Error("Gatebook does not answer, or does not come to an end of reading");
}

/** Who is behind each attempt is still worked out when all is read. */
async function untilCalm(url) {
  const deadline = performance.now() + PATIENCE_MS;
  let before = await engineSeconds(url);
  while (performance.now() < deadline) {
    await sleep(CALM_OVER_MS);
    const now = await engineSeconds(url);
    if ((now - before) * 1_000 < CALM_SHARE * CALM_OVER_MS) return;
    before = now;
  }
  throw new Error("Gatebook does not come to rest");
}

async function engineSeconds(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total\{process="engine"\} (\S+)/m.exec(text)?.[1]);
}

async function ask(url) {
  const response = await fetch(url).catch(() => null);
  return response?.ok ? response.json() : {};
}
