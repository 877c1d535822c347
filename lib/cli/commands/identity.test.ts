import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { granted, verifierEvent } from "@/lib/testing/ingest-records";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { printTrailRecord, roleIssued } from "@/lib/testing/trail-record";
import { runGatebook } from "../gatebook";

const NOON = Date.UTC(2026, 10, 18, 12);
const ROLE = "arn:aws:iam::111122223333:role/Dev";
const SESSION = "arn:aws:sts::111122223333:assumed-role/Dev/alice@example.com";
const ALICE = granted(NOON, "alice@example.com", 1);
const HOSTILE = "bob\u009b2J\u202e";
const DENIED = {
  stream: "authenticator-x",
  timeMs: NOON + 9_000,
  eventId: "9",
  text: `time="2026-11-18T12:00:09Z" level=warning msg="access denied" arn="arn:aws:iam::111122223333:role/Ops" client="127.0.0.1:4" error="ARN is not mapped: arn:aws:iam::111122223333:role/ops" method=POST path=/authenticate`,
};
const ISSUED = printTrailRecord({
  id: "11111111-2222-4333-8444-555555555555",
  event: "sts.amazonaws.com/AssumeRoleWithSAML",
  at: new Date(NOON - 60_000).toISOString(),
  identity: { type: "SAMLUser", principalId: "q:alice", userName: "alice", identityProvider: "q" },
  response: { ...roleIssued("Dev", "alice@example.com", "ASIAEXAMPLE1"), subject: "alice" },
});

/** For a busy machine. */
const PATIENCE_MS = 120_000;

describe("gatebook identity", { timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-identity-"));
  const data = join(folder, "data");
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) =>
    runCommand((io) => runGatebook(["identity", ...args, "--data", data], io));
  const reports = async (value: string) => {
    const { stdout, stderr, code } = await run(value, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    return readJsonLines<IdentityReport>(stdout);
  };

  beforeAll(async () => {
    const other = granted(NOON + 5_000, HOSTILE, 2).map((record) => ({
      ...record,
      text: record.text.replaceAll(`=${HOSTILE}`, `="${HOSTILE}"`),
    }));
    const log = join(folder, "authenticator.log");
    writeFileSync(log, [...ALICE, ...other, DENIED].map(({ text }) => text).join("\n"));
    const trail = join(folder, "trail.json");
    const check = JSON.parse(verifierEvent(NOON, 1).text);
    check.eventID = "99999999-2222-4333-8444-555555555555";
    check.userIdentity.principalId = "AROAEXAMPLEDEV:alice@example.com";
    writeFileSync(trail, `{"Records":[${ISSUED},${JSON.stringify(check)}]}`);
    const args = ["import", log, trail, "--data", data, "--cluster", "prod"];
    expect(await runCommand((io) => runGatebook(args, io))).toMatchObject({ code: 0 });
  }, PATIENCE_MS);

  it("tells all of a session, from when to where its credentials came from", async () => {
    const [report, ...more] = await reports(SESSION);
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      identity: { kind: "session", value: SESSION },
      firstMs: NOON,
      lastMs: NOON,
      counts: {
        totals: { granted: 1, denied: 0, callers: 1, sessions: 1 },
        facets: {
          cluster: { values: [{ value: "prod", count: 1 }] },
          username: { values: [{ value: "dev:alice@example.com", count: 1 }] },
          group: { values: [{ value: "dev", count: 1 }] },
          role: { values: [{ value: "Dev", count: 1 }] },
        },
      },
      days: [{ startMs: Date.UTC(2026, 10, 18), granted: 1, denied: 0 }],
      callers: [{ canonicalArn: ROLE, uniqueId: "AROAEXAMPLEDEV", attempts: 1 }],
      sessions: [{ arn: SESSION, sessionName: "alice@example.com", accessKeyId: "ASIAEXAMPLE1" }],
      origins: [{ kind: "person", name: "alice", attempts: 1, sure: [{ confidence: "keyed", attempts: 1 }] }],
      addresses: [{ hop: "assume-role-with-saml" }],
      recent: [{ cluster: "prod" }],
    });
  });

  it.each([
    ["an e-mail", "alice@example.com", "person:alice@example.com"],
    ["the name that the SAML provider gave", "alice", "person:alice"],
    ["a role's ARN", ROLE, `role:${ROLE}`],
    ["a key", "ASIAEXAMPLE1", "key:ASIAEXAMPLE1"],
    ["a unique id", "AROAEXAMPLEDEV", "unique-id:AROAEXAMPLEDEV"],
    [
      "a uid",
      "aws-iam-authenticator:111122223333:AROAEXAMPLEDEV",
      "uid:aws-iam-authenticator:111122223333:AROAEXAMPLEDEV",
    ],
    ["a Kubernetes username", "dev:alice@example.com", "username:dev:alice@example.com"],
    ["a group", "groups=[dev]", "group:dev"],
    ["an account", "1111-2222-3333", "account:111122223333"],
    ["the event that issued a key", "11111111-2222-4333-8444-555555555555", "key:ASIAEXAMPLE1"],
    ["a whole record", ISSUED, "key:ASIAEXAMPLE1"],
  ])("finds one by %s", async (_what, value, id) => {
    const [report] = await reports(value);
    expect(`${report?.identity.kind}:${report?.identity.value}`).toBe(id);
  });

  it.each([
    ["the line that decided", ALICE[1]?.text],
    ["the line of the check, as a viewer shows it", `2026-11-18 12:00 ${ALICE[0]?.text}`],
    ["its event", "99999999-2222-4333-8444-555555555555"],
  ])("finds the attempt of %s", async (_what, value) => {
    const { stdout, code } = await run(value ?? "", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ attemptId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it("counts errors of one who was turned away", async () => {
    const [report] = await reports("role/Ops");
    expect(report).toMatchObject({
      counts: { totals: { granted: 0, denied: 1 } },
      errors: [{ value: "ARN is not mapped: arn:aws:iam::111122223333:role/ops", count: 1 }],
    });
  });

  it("names those near one that is not known", async () => {
    const { code, stdout, stderr } = await run("alcie@example.com");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("nothing is known of it. Near it: person:alice@example.com");
    expect((await run("alcie")).stderr).toContain("Near it: person:alice, person:alice@example.com");
    expect(await run("zzz")).toMatchObject({ code: 1, stderr: expect.stringMatching(/known of it\.\n$/) });
  });

  it("refuses a secret and does not repeat it", async () => {
    const token = "k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20v";
    const { code, stdout, stderr } = await run(token);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("a token that opens clusters for 15 minutes");
    expect(stderr).not.toContain(token);
  });

  it("prints nothing that steers a terminal", async () => {
    for (const args of [["role/Dev"], ["role/Dev", "--json"]]) {
      const { stdout, code } = await run(...args);
      expect(code).toBe(0);
      expect(stdout).toContain("alice@example.com");
      expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});
