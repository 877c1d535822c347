import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "./gatebook";

const LINE =
  'time="2026-01-02T03:04:05Z" level=warning msg="access denied" client="127.0.0.1:1" error="\\x1b[2J x"';

const run = (args: readonly string[], input = "") => runCommand((io) => runGatebook(args, io), input);

describe("gatebook", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "gatebook-cli-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("says what it can do, and refuses what it cannot", async () => {
    expect((await run(["--help"])).stdout).toContain("gatebook parse authenticator|cloudtrail");
    expect(await run(["pares"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown command pares"),
    });
    expect((await run(["parse", "syslog"])).code).toBe(2);
  });

  it("parses authenticator lines, rejects among them", async () => {
    const { stdout, code } = await run(["parse", "authenticator"], `${LINE}\r\nnonsense\nmsg="é"`);
    expect(code).toBe(0);
    expect(readJsonLines(stdout)).toEqual([
      {
        time: "2026-01-02T03:04:05Z",
        level: "warning",
        msg: "access denied",
        fields: { client: "127.0.0.1:1", error: "\u001b[2J x" },
      },
      {
        reject: { position: 0, code: "not-logfmt", message: "expected key=value" },
        line: 2,
        text: "nonsense",
      },
      { time: "", level: "", msg: "é", fields: {} },
    ]);
  });

  it("takes an ARN apart", async () => {
    const { stdout, code } = await run([
      "arn",
      "arn:aws:sts::111122223333:assumed-role/Dev/jane@example.com",
      "x",
    ]);
    expect(code).toBe(1);
    expect(readJsonLines(stdout)).toMatchObject([
      { canonical: "arn:aws:iam::111122223333:role/Dev", sessionName: "jane@example.com", error: null },
      { canonical: null, error: "arn 'x' is invalid: 'arn: invalid prefix'" },
    ]);
  });

  it("runs tables, counts what it cannot do as skipped, and fails with a row that fails", async () => {
    const row = { input: "arn", expected: "arn", principalType: "ROLE", error: null };
    writeFileSync(join(folder, "arn-canonicalize.json"), JSON.stringify([row]));
    writeFileSync(join(folder, "token.json"), JSON.stringify([{}, {}]));
    const { stdout, code } = await run(["conformance", folder]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      "arn-canonicalize.json": { passed: 0, failed: 1, skipped: 0, failures: [{ input: "arn" }] },
      "token.json": { passed: 0, failed: 0, skipped: 2 },
    });
  });

  it("imports files once, and lists their attempts", async () => {
    const data = join(folder, "data");
    const log = join(folder, "a.log");
    writeFileSync(log, LINE);
    const first = await run(["import", log, join(folder, "absent"), "--data", data, "--cluster", "prod"]);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain("1 log line added, 0 known already");
    expect(first.stdout).toContain("does not exist");
    expect((await run(["import", log, "--data", data, "--cluster", "prod"])).stdout).toContain(
      "0 log lines added, 1 known",
    );
    const json = await run(["attempts", "--data", data, "--json"]);
    expect(readJsonLines(json.stdout)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        time: "2026-01-02T03:04:05.000Z",
        cluster: "prod",
        decision: "denied",
        origin: { kind: "unknown", name: null, confidence: null },
        caller: null,
        kubernetes: null,
        error: "\u001b[2J x",
        sts: null,
        evidence: [{ source: "authenticator", stream: "a", eventId: null }],
      },
    ]);
    const csv = await run(["attempts", "--data", data, "--csv"]);
    expect(csv.stdout).toMatch(/^row,time,cluster,.*\r\n1,2026-/);
    expect(csv.stdout.trimEnd().split("\r\n")).toHaveLength(1 + json.stdout.trimEnd().split("\n").length);
    expect((await run(["attempts", "--data", data, "--csv", "--json"])).code).toBe(2);
    const table = await run(["attempts", "--data", data, "--decision", "denied"]);
    expect(table.stdout).toContain("\\u{1b}[2J x");
    expect(table.stdout).not.toContain("\u001b");
    expect((await run(["attempts", "--data", data, "--decision", "granted"])).stdout).toBe("");
    const search = (text: string) => run(["attempts", "--data", data, "--search", text]);
    expect((await search("decision:denied cluster:p*")).stdout).toContain("prod");
    expect((await search("-cluster:prod")).stdout).toBe("");
    expect(await search("prod clustr:x")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("character 6: There is no such key. Did you mean cluster: ?"),
    });
  });

  it("names a wrong option, and what is missing", async () => {
    expect((await run(["import", "x", "--dat", "y"])).stderr).toContain("Unknown option '--dat'");
    expect((await run(["import", "x"])).stderr).toContain("say where to put it: --data DIR");
    expect((await run(["import", "--data", join(folder, "data")])).stderr).toContain("name a file or folder");
  });

  it("makes nothing where there is no data to list", async () => {
    const data = join(folder, "nothing");
    expect(await run(["attempts", "--data", data])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("no data"),
    });
    expect(existsSync(data)).toBe(false);
    expect((await run(["attempts", "--data", data, "--decision", "perhaps"])).code).toBe(2);
  });
});
