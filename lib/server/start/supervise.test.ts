import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundle } from "@/lib/cli/bin/bundle.mjs";
import { findFreePort } from "@/lib/testing/find-free-port";
import { readJsonLines } from "@/lib/testing/run-command";
import { eventsFile } from "../data-folder";
import type { StartOptions } from "./supervise";

const repository = join(import.meta.dirname, "../../..");
const PATIENCE_MS = 60_000;
const root = join(repository, "dist", "supervise-under-test");

/** Stands in for Next, which a unit test has not built: takes a second to answer, and ends as the web process does. */
const SLOW_WEB = `
import { createServer } from "node:http";
const { port } = JSON.parse(process.argv[2]);
const server = createServer((request, response) => setTimeout(() => response.end("whole"), 1_000));
server.listen(port, "127.0.0.1", () => process.send({ type: "ready" }));
process.on("disconnect", () => server.close(() => process.exit(0)));
`;
const DEAF_WEB = `
process.on("SIGTERM", () => undefined);
process.on("SIGINT", () => undefined);
setInterval(() => undefined, 1_000);
process.send({ type: "ready" });
`;
const RUN = `
import { supervise } from "./dist/supervise.mjs";
await supervise(JSON.parse(process.argv[2]));
`;

describe("the supervisor", () => {
  let folder: string;
  let port: number;
  let supervisor: ChildProcess;
  let out: string;
  let log: string;

  beforeAll(async () => {
    await bundle(repository, join(root, "dist"));
    await mkdir(root, { recursive: true });
    await writeFile(join(root, "run.mjs"), RUN);
  }, 2 * PATIENCE_MS);
  afterAll(() => rm(root, { recursive: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-supervise-"));
    port = await findFreePort();
  });
  afterEach(async () => {
    supervisor.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  async function start(web: string): Promise<void> {
    await begin(web);
    await expect.poll(() => out, { timeout: PATIENCE_MS }).toContain("Gatebook is at");
  }

  async function begin(web: string, wish: Partial<StartOptions> = {}, env = process.env): Promise<void> {
    await writeFile(join(root, "dist", "web.mjs"), web);
    const data = {
      data: folder,
      root,
      port,
      host: null,
      config: null,
      cwd: folder,
      clusters: [],
      directory: null,
    } as const;
    const options: StartOptions = {
      ...data,
      region: null,
      profile: null,
      sandbox: true,
      log: "json",
      level: "info",
      ...wish,
    };
    supervisor = spawn(process.execPath, [join(root, "run.mjs"), JSON.stringify(options)], { env });
    out = "";
    log = "";
    supervisor.stdout?.on("data", (chunk) => {
      out += chunk;
    });
    supervisor.stderr?.on("data", (chunk) => {
      log += chunk;
    });
  }

  const notes = () => readJsonLines<Record<string, unknown>>(log);
  const pids = () => notes().flatMap(({ msg, pid }) => (msg === "Process started" ? [Number(pid)] : []));
  const isRunning = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it(
    "lets the answer under way go out, closes the store, and ends with code 0",
    async () => {
      await start(SLOW_WEB);
      const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
      await new Promise((resolve) => setTimeout(resolve, 200));
      const began = performance.now();
      supervisor.kill("SIGTERM");
      const [code] = await once(supervisor, "exit");
      expect(await answer).toBe("whole");
      expect(code, log).toBe(0);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(existsSync(eventsFile(folder))).toBe(true);
      expect(existsSync(`${eventsFile(folder)}.wal`)).toBe(false);
      expect(pids()).toHaveLength(3);
      expect(pids().filter(isRunning)).toEqual([]);
      expect(notes().at(-1)).toMatchObject({ part: "supervisor", msg: "Ended", codes: [0, 0, 0] });
    },
    2 * PATIENCE_MS,
  );

  it.each<[string, Partial<StartOptions>, Readonly<Record<string, string>>, string]>([
    ["IPv4", { host: "0.0.0.0" }, {}, ""],
    ["IPv6", { host: "::" }, {}, ""],
    ["IPv4 within IPv6", { host: "::ffff:0.0.0.0" }, {}, ""],
    ["a variable", {}, { GATEBOOK_HOST: "0.0.0.0" }, ""],
    ["the config", {}, {}, "signIn: { mode: local, host: 0.0.0.0 }"],
    ["a config without a mode for it", { host: "0.0.0.0" }, {}, "signIn: { mode: local }"],
  ])("opens nothing for others without a way of signing in, asked by %s", async (_how, wish, env, config) => {
    if (config !== "") await writeFile(join(folder, "gatebook.yaml"), config);
    const before = await readdir(folder);
    await begin(DEAF_WEB, wish, { ...process.env, ...env });
    const [code] = await once(supervisor, "close");
    expect([code, log.split("\n").length]).toEqual([78, 2]);
    expect(log).toMatch(/can be reached by others/);
    expect([pids(), await readdir(folder)]).toEqual([[], before]);
  });

  it(
    "ends at once on a second signal, with another code",
    async () => {
      await start(DEAF_WEB);
      supervisor.kill("SIGINT");
      await expect.poll(() => log).toContain('"msg":"Ending"');
      const began = performance.now();
      supervisor.kill("SIGINT");
      expect(await once(supervisor, "exit")).toEqual([1, null]);
      expect(performance.now() - began).toBeLessThan(2_000);
      await expect.poll(() => pids().filter(isRunning)).toEqual([]);
    },
    2 * PATIENCE_MS,
  );

  it(
    "waits ten seconds and no longer",
    async () => {
      await start(DEAF_WEB);
      const began = performance.now();
      supervisor.kill("SIGTERM");
      expect(await once(supervisor, "exit")).toEqual([1, null]);
      expect(performance.now() - began).toBeGreaterThan(9_500);
      await expect.poll(() => pids().filter(isRunning)).toEqual([]);
      expect(notes().at(-1)).toMatchObject({ level: "error", running: ["web", "sandbox", "engine"] });
    },
    2 * PATIENCE_MS,
  );
});
