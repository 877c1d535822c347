import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PORT = 3918;
const PATIENCE_MS = 300_000;
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

async function ask(url) {
  const response = await fetch(url).catch(() => null);
  return response?.ok ? response.json() : {};
}
