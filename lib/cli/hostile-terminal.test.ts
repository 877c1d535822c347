import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHostileValues } from "@/lib/testing/hostile/create-hostile-values";
import { createHostileWorld } from "@/lib/testing/hostile/create-hostile-world";
import { runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "./gatebook";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 10, 24);
const RANGE = ["--from", "2026-11-24T00:00:00Z", "--to", "2026-11-25T00:00:00Z"];
/** All that steers a terminal or hides from who reads it; a command's own line ends and tabs are none of the caller's. */
const RAW = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const run = (args: readonly string[], input = "") => runCommand((io) => runGatebook(args, io), input);

/** Proof S4 of docs/development.md. */
describe("a terminal on which hostile text is listed", () => {
  let folder: string;
  let data: string;
  let lines: string[];
  let records: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-terminal-"));
    data = join(folder, "data");
    const values = createHostileValues(1_000).filter(({ family }) => family !== "length");
    const world = createHostileWorld(values, START);
    const range = { from: START, to: START + DAY_MS };
    const told = world.clusters.flatMap(({ name }) => world.lines(name, range, START + 2 * DAY_MS));
    const of = (stream: string) =>
      told.filter((line) => line.stream.startsWith(stream)).map(({ message }) => message);
    lines = of("authenticator");
    const events = world.events(
      { accountId: "111122223333", region: "eu-west-1" },
      range,
      START + 2 * DAY_MS,
    );
    records = `{"Records":[${events.map(({ json }) => json).join(",")}]}`;
    const files = {
      "a.log": lines.join("\n"),
      "audit.log": of("kube-apiserver-audit").join("\n"),
      "t.json": records,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const paths = Object.keys(files).map((name) => join(folder, name));
    expect((await run(["import", ...paths, "--data", data, "--cluster", "prod"])).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has texts enough that would steer it", () => {
    const steering = createHostileValues(1_000).filter(({ text }) => RAW.test(text));
    expect(steering.length).toBeGreaterThanOrEqual(150);
    expect(lines.length).toBeGreaterThan(200);
  });

  it.each([
    ["attempts", "--data", "DATA", ...RANGE, "--limit", "1000"],
    ["attempts", "--data", "DATA", ...RANGE, "--limit", "1000", "--json"],
    ["attempts", "--data", "DATA", ...RANGE, "--limit", "1000", "--csv"],
    ["chain", "--all", "--data", "DATA"],
    ["chain", "--all", "--data", "DATA", "--json"],
    ["requests", "--data", "DATA", ...RANGE],
    ["requests", "--data", "DATA", ...RANGE, "--json"],
    ["identity", "\u001b[2Jx\u202e", "--data", "DATA"],
    ["attempts", "--\u001b[2J"],
    ["\u001b[2J\u202e"],
    ["import", "\u001b[2J\u202e", "--data", "DATA"],
    ["arn", "\u001b[2J\u202e"],
    ["verify", "\u001b[2J\u202e"],
  ])("gets nothing raw of `gatebook %s %s %s %s`", async (...args) => {
    const { stdout, stderr } = await run(args.map((word) => (word === "DATA" ? data : word)));
    expect((stdout + stderr).length).toBeGreaterThan(0);
    const found = RAW.exec((stdout + stderr).replaceAll("\r\n", "\n"));
    expect(found === null ? null : around(stdout + stderr, found.index)).toBeNull();
  });

  it.each(["authenticator", "cloudtrail"])("gets nothing raw of `gatebook parse %s`", async (kind) => {
    const { stdout, stderr } = await run(["parse", kind], kind === "cloudtrail" ? records : lines.join("\n"));
    expect(stdout.length).toBeGreaterThan(1_000);
    const found = RAW.exec(stdout + stderr);
    expect(found === null ? null : around(stdout + stderr, found.index)).toBeNull();
  });
});

function around(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 40), at + 20));
}
