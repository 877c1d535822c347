import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { granted, verifierEvent } from "@/lib/testing/ingest-records";
import { readJsonLines, runCommand } from "@/lib/testing/run-command";
import { runGatebook } from "../gatebook";

const NOON = Date.UTC(2026, 10, 18, 12);
const ID = "d2c5f4e4-10a1-70b4-9d3e-000000000001";
/** A session's name that an application chose. */
const SESSION = "bob@example.com";
/** It would clear the screen. */
const HOSTILE = "Alice\u001b[2J\u202e";

const run = (...args: string[]) => runCommand((io) => runGatebook(args, io));

describe("a directory file beside imported records", () => {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-directory-"));
  const data = join(folder, "data");
  const people = join(folder, "people.csv");
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    const log = join(folder, "authenticator.log");
    writeFileSync(
      log,
      granted(NOON, SESSION, 1)
        .map(({ text }) => text)
        .join("\n"),
    );
    const record = JSON.parse(verifierEvent(NOON, 1, SESSION).text);
    const identityStoreArn = "arn:aws:identitystore::777788889999:identitystore/d-99670a1b2c";
    record.userIdentity.onBehalfOf = { userId: ID, identityStoreArn };
    const trail = join(folder, "trail.json");
    writeFileSync(trail, JSON.stringify({ Records: [record] }));
    expect(await run("import", log, trail, "--data", data, "--cluster", "prod")).toMatchObject({ code: 0 });
  });

  const chain = async () => {
    const { stdout } = await run("chain", "--all", "--data", data, "--json");
    return readJsonLines<Record<string, unknown>>(stdout)[0];
  };

  it("without one, says whom nobody was asked about", async () => {
    expect(await chain()).toMatchObject({
      origin: { kind: "person", name: null, nameFrom: null, userId: ID },
      directory: "not-asked",
    });
    const { stdout } = await run("chain", "--all", "--data", data);
    expect(stdout).toContain(`Identity Center was not asked who user ${ID} is.`);
    expect(stdout).toContain("in account 777788889999");
  });

  it("names the person, tells what is wrong with other lines, and shows the session's name as another's claim", async () => {
    writeFileSync(people, `userId,userName,displayName\nnonsense,x,y\n${ID},alice@example.com,${HOSTILE}\n`);
    const imported = await run("import", "--directory", people, "--data", data);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.stdout).toContain("1 person added, 0 known already, 1 rejected");
    expect(imported.stdout).toContain("line 2 userId is no user id of Identity Center.");
    expect(await chain()).toMatchObject({
      origin: { name: "alice@example.com", nameFrom: "directory-file", confidence: "keyed" },
      names: [
        { name: "alice@example.com", from: "directory-file", agrees: true, isClaimed: false },
        { name: SESSION, from: "session-name", agrees: false, isClaimed: true },
      ],
      directory: "found",
    });
    const { stdout } = await run("chain", "--all", "--data", data);
    expect(stdout).toContain(
      `names differ: ${SESSION} by session-name (claimed): whoever takes a role chooses`,
    );
    expect(stdout).toContain("The directory file has: Alice");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\u202e");
  });

  it("lets the person be found by the name", async () => {
    const { stdout } = await run("identity", "alice@example.com", "--data", data, "--json");
    expect(stdout).toContain('"alice@example.com"');
    expect(stdout).toContain(ID);
  });

  it("is not imported where it cannot be read, and what it said stays", async () => {
    const { code, stdout } = await run("import", "--directory", join(folder, "none.csv"), "--data", data);
    expect(code).toBe(1);
    expect(stdout).toContain("none.csv: ");
    expect(await chain()).toMatchObject({ origin: { name: "alice@example.com" } });
  });
});
