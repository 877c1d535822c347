import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "@/lib/cli/bin/bundle.mjs";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import { readExposition, sumOf } from "@/lib/testing/read-exposition";
import { readJsonLines } from "@/lib/testing/run-command";
import { type RunningFront, startFront } from "@/lib/testing/start-front";
import { planFromOptions } from "./aws/aws-plan";
import { eventsFile } from "./data-folder";
import { connectOperations } from "./engine/connect-operations";
import type { EngineSettings } from "./engine/main";
import { connectEngine } from "./engine-client";
import { createWebMetrics } from "./metrics/web-metrics";
import { LOCAL_SIGN_IN } from "./sign-in/sign-in-settings";
import { answerOperations } from "./web/answer-operations";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist", "operations-under-test");
/** The sources that ask what the sandbox refuses here. */
const REFUSED = [
  "cloudtrail/111122223333/eu-west-1",
  "cloudtrail/111122223333/eu-west-1/configuration",
  "cloudtrail/111122223333/eu-west-1/sign-ins",
  "cloudtrail/111122223333/us-east-1",
  "cloudtrail/111122223333/us-east-1/sign-ins",
];

/** The engine as a process of its own, and the front server without Next behind it. */
describe("operations", () => {
  let folder: string;
  let sandbox: Sandbox;
  let engine: ChildProcess;
  let front: RunningFront;
  let url: string;
  let log = "";
  let attempts = 0;

  beforeAll(async () => {
    await bundle(root, dist);
    folder = await mkdtemp(join(tmpdir(), "gatebook-operations-"));
    const knobs = { denied: ["cloudtrail:LookupEvents"] };
    sandbox = await startSandbox({ now: Date.now, sleep: async () => undefined, knobs });
    const metrics = createWebMetrics();
    const handle = answerOperations(connectOperations(folder), metrics, async (_request, response) => {
      response.writeHead(404).end();
    });
    front = await startFront({
      signIn: () => LOCAL_SIGN_IN,
      handle,
      onAnswer: ({ method, route, status, ms }) =>
        metrics.answers.observe({ method, route, status }, ms / 1_000),
    });
    url = front.url;
    engine = startEngine();
  }, 60_000);

  afterAll(async () => {
    engine.kill("SIGKILL");
    await front.close();
    await sandbox.close();
    await rm(folder, { recursive: true });
    await rm(dist, { recursive: true });
  });

  function startEngine(): ChildProcess {
    const plan = planFromOptions({ clusters: ["prod"], region: null, profile: null });
    const read = { plan, typed: true, directory: null };
    const settings: EngineSettings = { dataDir: folder, sample: true, ...read, allowsAnyoneLinks: false };
    const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" };
    const child = fork(join(dist, "engine.mjs"), [JSON.stringify(settings)], {
      env: { ...process.env, ...sandbox.env, ...quiet, GATEBOOK_LOG: "json", GATEBOOK_LOG_LEVEL: "debug" },
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    });
    child.stderr?.on("data", (chunk) => {
      log += chunk;
    });
    return child;
  }

  const scrape = async () => {
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(response.headers.get("cache-control")).toBe("no-store");
    return readExposition(await response.text());
  };
  const ready = async () => {
    const response = await fetch(`${url}/readyz`);
    return [response.status, await response.json()] as const;
  };
  const logLines = () => readJsonLines<Record<string, string>>(log.slice(0, log.lastIndexOf("\n")));
  const refusals = () =>
    logLines()
      .filter(({ level, code }) => level === "warn" && code === "forbidden")
      .map(({ source, part, permission }) => [source, part, permission]);
  const until = async (check: () => Promise<boolean>) => {
    while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  it("says what it does in numbers that move, each explained", async () => {
    await until(async () => (await ready())[0] === 200);
    const isReading = async () => (sumOf(await scrape(), "gatebook_source_records_total") ?? 0) > 1_000;
    await until(isReading);
    const before = await scrape();
    for (const [name, { type, help }] of before) {
      expect(["counter", "gauge", "histogram", "summary"], name).toContain(type);
      expect(help.length, name).toBeGreaterThan(5);
      if (type === "counter") expect(name).toMatch(/_total$/);
    }
    const documented = readFileSync(join(root, "docs/operations.md"), "utf8").match(
      /(?<=^\| `)gatebook_\w+/gm,
    );
    const own = [...before.keys()].filter((name) => name.startsWith("gatebook_"));
    expect(documented?.sort()).toEqual(own.sort());
    expect(sumOf(before, "gatebook_engine_up")).toBe(1);
    expect(sumOf(before, "gatebook_store_bytes", 'part="events"')).toBeGreaterThan(0);
    expect(sumOf(before, "gatebook_disk_free_bytes")).toBeGreaterThan(0);
    expect(
      sumOf(before, "gatebook_aws_requests_total", 'api="logs:FilterLogEvents"', 'outcome="ok"'),
    ).toBeGreaterThan(0);
    expect(sumOf(before, "gatebook_source_state", 'state="failed"')).toBeGreaterThan(0);
    expect(sumOf(before, "process_resident_memory_bytes", 'process="engine"')).toBeGreaterThan(0);
    expect(sumOf(before, "process_resident_memory_bytes", 'process="web"')).toBeGreaterThan(0);
    const source = 'source="authenticator-log/111122223333/eu-west-1/prod"';
    const count = sumOf(before, "gatebook_question_seconds_count", 'question="reportHealth"') ?? 0;
    await connectEngine(folder).reportHealth(LOCAL_VIEWER, {});
    await until(async () => (sumOf(await scrape(), "gatebook_source_coverage_ratio", source) ?? 0) > 0);
    const after = await scrape();
    expect(sumOf(after, "gatebook_question_seconds_count", 'question="reportHealth"')).toBe(count + 1);
    expect(sumOf(after, "gatebook_http_request_seconds_count", 'route="/metrics"')).toBeGreaterThan(
      sumOf(before, "gatebook_http_request_seconds_count", 'route="/metrics"') ?? 0,
    );
    const failures = ["gatebook_source_failures_total", 'code="forbidden"'] as const;
    await until(async () => (sumOf(await scrape(), ...failures) ?? 0) >= REFUSED.length);
    expect(sumOf(await scrape(), ...failures)).toBe(REFUSED.length);
  }, 60_000);

  it("tells of failing sources in the log, one JSON object a line", async () => {
    await until(async () => refusals().length >= REFUSED.length);
    expect(refusals().sort()).toEqual(REFUSED.map((source) => [source, "engine", "cloudtrail:LookupEvents"]));
    expect(logLines().some(({ api }) => api === "logs:FilterLogEvents")).toBe(true);
  });

  it("ends within its time in the midst of reading, with everything in its file", async () => {
    attempts = (await connectEngine(folder).reportHealth(LOCAL_VIEWER, {})).attempts;
    const start = performance.now();
    engine.kill("SIGTERM");
    const [code] = await once(engine, "exit");
    expect(code).toBe(0);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(existsSync(`${eventsFile(folder)}.wal`)).toBe(false);
    expect(attempts).toBeGreaterThan(0);
  }, 20_000);

  it("still lives without its engine, is not ready, and says so in its numbers", async () => {
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const [status, body] = await ready();
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: "not-ready", problems: [{ code: "engine" }] });
    const metrics = await scrape();
    expect(sumOf(metrics, "gatebook_engine_up")).toBe(0);
    expect(sumOf(metrics, "gatebook_http_request_seconds_count", 'status="503"')).toBeGreaterThan(0);
    expect(metrics.has("gatebook_attempts")).toBe(false);
    engine = startEngine();
    await until(async () => (await ready())[0] === 200);
    const again = await scrape();
    expect(sumOf(again, "gatebook_engine_up")).toBe(1);
    expect(sumOf(again, "gatebook_attempts")).toBeGreaterThanOrEqual(attempts);
  }, 30_000);

  it("answers the path, not the query, and nothing to other hosts", async () => {
    expect((await fetch(`${url}/livez?x=1`)).status).toBe(200);
    expect((await fetch(`${url}/livez/x`)).status).toBe(404);
    expect(await (await fetch(`${url}/readyz`, { method: "HEAD" })).text()).toBe("");
    expect((await fetch(`${url}/metrics`, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  });
});
