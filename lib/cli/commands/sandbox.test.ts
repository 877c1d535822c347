import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventsFile } from "@/lib/server/data-folder";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import type { CommandIo } from "../command-io";
import { run } from "./sandbox";

function openIo(): { io: CommandIo; out: () => string; err: () => string } {
  const texts = { out: "", err: "" };
  const sink = (name: "out" | "err") => ({
    write: (text: string) => {
      texts[name] += text;
      return true;
    },
  });
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  const io = { stdin: nothing(), stdout: sink("out"), stderr: sink("err") };
  return { io, out: () => texts.out, err: () => texts.err };
}

test("serves until it is interrupted, and says what to export", async () => {
  const { io, out } = openIo();
  const code = run(["--port", "0"], io);
  await expect.poll(out).toContain("export AWS_ENDPOINT_URL_CLOUDTRAIL=http://127.0.0.1:");
  const url = /export AWS_ENDPOINT_URL_EKS=(\S+)/.exec(out())?.[1] ?? "";
  expect((await fetch(`${url}/clusters`)).status).toBe(403);
  process.emit("SIGINT");
  expect(await code).toBe(0);
});

test("writes the world as files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-command-"));
  const { io, out } = openIo();
  expect(await run(["--out", folder, "--days", "1", "--seed", "5"], io)).toBe(0);
  expect(out()).toMatch(/: \d{3} attempts in \d+ log lines, \d+ CloudTrail events\n$/);
  expect(JSON.parse(await readFile(join(folder, "truth.json"), "utf8")).seed).toBe(5);
  await rm(folder, { recursive: true });
});

test("fills a data folder with a large organisation's history", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-command-"));
  const { io, out } = openIo();
  expect(await run(["--into", folder, "--attempts", "2500", "--days", "2", "--seed", "5"], io)).toBe(0);
  expect(out()).toMatch(/: 2500 attempts at \d+ clusters, 2 days\n$/);
  const store = await openEventStore({ path: eventsFile(folder) });
  expect(await store.countAttempts()).toBe(2500);
  const sources = await store.coverage();
  expect(new Set(sources.map(({ state }) => state))).toEqual(new Set(["imported"]));
  await store.close();
  await rm(folder, { recursive: true });
});

test("serves a bad day by its name", async () => {
  const { io, out, err } = openIo();
  expect(await run(["--faults", "good-day"], io)).toBe(1);
  expect(err()).toContain("good-day is no file, and no bad day of this name is known: throttled,");
  const code = run(["--faults", "bad-day"], io);
  await expect.poll(out).toContain("export AWS_REGION=");
  process.emit("SIGINT");
  expect(await code).toBe(0);
});

test.each([
  [["--faults", "late", "--out", "a"], "--faults is for serving"],
  [["--port", "x"], "--port must be a whole number from 0 to 65535, not x"],
  [["--days", "91", "--out", "a"], "--days must be a whole number from 1 to 90, not 91"],
  [["--speed", "9"], "Unknown option '--speed'"],
  [["now"], "Unexpected argument 'now'"],
  [["--out="], "--out needs a folder"],
  [["--into="], "--into needs a folder"],
  [["--into", "a", "--out", "b"], "choose one of --out and --into"],
  [["--into", "a", "--attempts", "0"], "--attempts must be a whole number from 1 to 1000000000, not 0"],
])("%j: wrong usage", async (args, message) => {
  const { io, err } = openIo();
  expect(await run(args, io)).toBe(2);
  expect(err()).toContain(message);
  expect(err()).toContain("usage: gatebook sandbox");
});

test("a taken port: one line with the remedy", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const { io, err } = openIo();
  expect(await run(["--port", String(port)], io)).toBe(1);
  expect(err()).toBe(`gatebook sandbox: port ${port} is taken; choose another with --port\n`);
  await new Promise((resolve) => other.close(resolve));
});
