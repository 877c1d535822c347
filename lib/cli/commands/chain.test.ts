import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { granted, verifierEvent } from "@/lib/testing/ingest-records";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { printTrailRecord, roleIssued } from "@/lib/testing/trail-record";
import { runGatebook } from "../gatebook";

const NOON = Date.UTC(2026, 10, 18, 12);
const SESSION = "arn:aws:sts::111122223333:assumed-role/Dev/deploy";
const ROLE = "arn:aws:iam::111122223333:role/Dev";
/** A subject that would clear the screen, in both ways of writing the control. */
const HOSTILE = "alice\u001b[2J\u009b2J\u202e";

interface ChainLine {
  readonly attemptId: string;
  readonly logEventId: string | null;
  readonly origin: unknown;
  readonly hops: unknown;
}

const run = (args: readonly string[]) => runCommand((io) => runGatebook(["chain", ...args], io));

function issuedTo(n: number, session: string, subject: string): string {
  return printTrailRecord({
    id: `issued-${n}`,
    event: "sts.amazonaws.com/AssumeRoleWithSAML",
    at: new Date(NOON - 60_000).toISOString(),
    identity: { type: "SAMLUser", principalId: `q:${subject}`, userName: subject, identityProvider: "q" },
    response: { ...roleIssued("Dev", session, `ASIAEXAMPLE${n}`), subject },
  });
}

describe("gatebook chain", () => {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-chain-"));
  const data = join(folder, "data");
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    const lines = [...granted(NOON, "deploy", 1), ...granted(NOON + 5_000, "other", 2)];
    const log = join(folder, "authenticator.log");
    writeFileSync(log, lines.map(({ text }) => text).join("\n"));
    const trail = join(folder, "trail.json");
    const checks = [verifierEvent(NOON, 1, "deploy"), verifierEvent(NOON + 5_000, 2, "other")].map(
      ({ text }) => text,
    );
    const records = [issuedTo(1, "deploy", "alice"), issuedTo(2, "other", HOSTILE), ...checks];
    writeFileSync(trail, `{"Records":[${records.join(",")}]}`);
    const args = ["import", log, trail, "--data", data, "--cluster", "prod"];
    expect(await runCommand((io) => runGatebook(args, io))).toMatchObject({ code: 0 });
  });

  const lines = async (...args: string[]) => {
    const { stdout, code } = await run([...args, "--data", data, "--json"]);
    expect(code).toBe(0);
    return readJsonLines<ChainLine>(stdout);
  };

  it("tells every attempt's, the newest first", async () => {
    expect(await lines("--all")).toMatchObject([
      { origin: { kind: "person", name: HOSTILE }, hops: [{ eventId: "issued-2" }] },
      {
        attemptId: expect.stringMatching(/^[0-9a-f]{32}$/),
        logEventId: null,
        origin: { kind: "person", name: "alice", confidence: "keyed" },
        facts: [{ fact: "provider", value: "q", isClaimed: false }],
        hops: [
          {
            kind: "assume-role-with-saml",
            eventId: "issued-1",
            source: "cloudtrail",
            confidence: "keyed",
            alternatives: [],
            notes: [],
          },
        ],
        end: "origin",
        setAside: [],
        missing: null,
      },
    ]);
  });

  it.each([
    ["a session's ARN", SESSION],
    ["a key", "ASIAEXAMPLE1"],
  ])("finds one by %s", async (_what, of) => {
    expect(await lines(of)).toMatchObject([{ origin: { name: "alice" } }]);
  });

  it("finds one by the attempt's id, and all of a role", async () => {
    const all = await lines("--all");
    const { attemptId } = all[1] as ChainLine;
    expect(await lines(attemptId)).toEqual([all[1]]);
    expect(await lines(ROLE)).toEqual(all);
  });

  it.each([
    ["f".repeat(32)],
    ["ASIAEXAMPLE"],
    ["arn:aws:sts::111122223333:assumed-role/Dev/deploy2"],
    ["\u001b[2J"],
  ])("says that nothing is known of %j", async (of) => {
    const { code, stdout, stderr } = await run([of, "--data", data]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("gatebook chain: no attempt of ");
    expect(stderr).not.toContain("\u001b");
  });

  it("makes nothing where there is no data", async () => {
    const nowhere = join(folder, "nothing");
    expect(await run(["--all", "--data", nowhere])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("there is no data in"),
    });
    expect(existsSync(nowhere)).toBe(false);
  });

  it("names the data folder that lies within the given one", async () => {
    const within = join(folder, "within");
    mkdirSync(join(within, "sandbox"), { recursive: true });
    writeFileSync(join(within, "sandbox", "events.duckdb"), "");
    const { code, stderr } = await run(["--all", "--data", within]);
    expect(code).toBe(1);
    expect(stderr).toContain(`but in ${join(within, "sandbox")}: name it with --data`);
  });

  it.each([
    [[], "--data DIR"],
    [["--all"], "--data DIR"],
    [["--data", "x"], "name one attempt, ARN or key, or --all"],
    [["a", "b", "--data", "x"], "name one attempt, ARN or key, or --all"],
    [["a", "--all", "--data", "x"], "name one attempt, ARN or key, or --all"],
    [["--al", "--data", "x"], "Unknown option '--al'"],
  ])("refuses %j", async (args, problem) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(problem);
    expect(stderr).toContain("usage: gatebook chain");
  });

  it("prints text and JSON that cannot steer a terminal", async () => {
    const text = (await run(["--all", "--data", data])).stdout;
    expect(text).toContain("person alice\\u{1b}[2J\\u{9b}2J\\u{202e} (keyed)");
    expect(text).toContain("\n  provider: q\n");
    expect(text).toContain("assume-role-with-saml");
    const json = (await run(["--all", "--data", data, "--json"])).stdout;
    for (const printed of [text, json]) expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
