import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { granted } from "@/lib/testing/ingest-records";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "../gatebook";

const NOON = Date.UTC(2026, 10, 18, 12);
const RANGE = ["--from", "2026-11-18T11:00:00Z", "--to", "2026-11-18T13:00:00Z"];
const HOSTILE = "ns\u009b2J\u202e";
/** For a busy machine. */
const PATIENCE_MS = 120_000;

/** A namespace is deleted by a session, as the audit log has it. */
function deletion(n: number, namespace: string, code = 200): string {
  const requestReceivedTimestamp = new Date(NOON + n * 1_000).toISOString();
  const extra = {
    accessKeyId: ["ASIAEXAMPLE1"],
    sessionName: ["alice@example.com"],
    principalId: ["AROAEXAMPLEDEV"],
  };
  const arn = ["arn:aws:sts::111122223333:assumed-role/Dev/alice@example.com"];
  const canonicalArn = ["arn:aws:iam::111122223333:role/Dev"];
  return JSON.stringify({
    kind: "Event",
    apiVersion: "audit.k8s.io/v1",
    level: "Metadata",
    auditID: `audit-${n}`,
    stage: "ResponseComplete",
    requestURI: `/api/v1/namespaces/${encodeURIComponent(namespace)}`,
    verb: "delete",
    user: {
      username: "dev:alice@example.com",
      uid: "aws-iam-authenticator:111122223333:AROAEXAMPLEDEV",
      groups: ["dev"],
      extra: { ...extra, arn, canonicalArn },
    },
    sourceIPs: ["203.0.113.7"],
    userAgent: "kubectl/v1.34.1",
    objectRef: { resource: "namespaces", namespace, name: namespace, apiVersion: "v1" },
    responseStatus: { code },
    requestReceivedTimestamp,
    stageTimestamp: requestReceivedTimestamp,
  });
}

describe("gatebook requests", { timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-requests-"));
  const data = join(folder, "data");
  afterAll(() => rmSync(folder, { recursive: true }));
  const gatebook = (...args: string[]) => runCommand((io) => runGatebook(args, io));
  const run = (...args: string[]) => gatebook("requests", "--data", data, ...args);

  beforeAll(async () => {
    const lines = [
      ...granted(NOON - 1_000, "alice@example.com", 1).map(({ text }) => text),
      deletion(1, "shop"),
      deletion(2, "vault", 403),
      deletion(3, HOSTILE),
    ];
    const log = join(folder, "prod.log");
    writeFileSync(log, lines.join("\n"));
    expect(await gatebook("import", log, "--data", data, "--cluster", "prod")).toMatchObject({ code: 0 });
  }, PATIENCE_MS);

  it("lists who did what, newest first, and can be narrowed", async () => {
    const { stdout, stderr, code } = await run(...RANGE);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout.split("\n")).toHaveLength(4);
    expect(stdout).toContain("from 203.0.113.7 with kubectl 1.34");
    expect((await run(...RANGE, "--name", "shop")).stdout).toMatch(
      /^2026-11-18T12:00:01\.000Z {2}prod .*deleted namespace shop/,
    );
    expect((await run(...RANGE, "--outcome", "denied")).stdout).toMatch(/vault/);
    expect((await run(...RANGE, "--verb", "create")).stdout).toBe("");
  });

  it("gives JSON with the session behind it; names cannot steer a terminal", async () => {
    const { stdout } = await run(...RANGE, "--json");
    expect(stdout).not.toMatch(/[\u009b\u202e]/);
    const [first, , last] = readJsonLines<{ object: { name: string }; sessions: unknown[] }>(stdout);
    expect(first?.object.name).toBe(HOSTILE);
    expect(last).toMatchObject({ object: { name: "shop" }, clientIp: "203.0.113.7", outcome: "allowed" });
    expect(last?.sessions).toHaveLength(1);
    expect((await run(...RANGE)).stdout).not.toMatch(/[\u009b\u202e]/);
  });

  it("says that nobody runs who could ask the audit log, and not that nothing was done", async () => {
    const [attempt] = readJsonLines<{ id: string }>(
      (await gatebook("attempts", "--data", data, ...RANGE, "--json")).stdout,
    );
    const asked = await run("--attempt", attempt?.id ?? "", "--all");
    expect(asked).toMatchObject({ stdout: "", code: 1 });
    expect(asked.stderr).toMatch(/no Gatebook is running over this data folder/);
    expect(await run("--attempt", "0".repeat(32), "--all")).toMatchObject({
      stdout: "",
      stderr: `gatebook requests: there is no attempt ${"0".repeat(32)}\n`,
      code: 1,
    });
  });

  it.each([
    [["--outcome", "perhaps"], /outcome/],
    [["--from", "never"], /from/],
    [["--span", "2y", "--attempt", "0".repeat(32), "--all"], /span/],
  ])("refuses %j and says why", async (args, words) => {
    const { stdout, stderr, code } = await run(...args);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr).toMatch(words);
  });
});
