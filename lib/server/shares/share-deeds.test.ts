import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { ShareChange, ShareOutcome } from "@/lib/domain/summarize/evidence/share-view";
import type { Investigations } from "@/lib/ports/investigations";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import { ANYONE, LOCAL_VIEWER, type Role, seesCluster, type Viewer } from "@/lib/ports/viewer";
import { verifyEvidence } from "@/lib/share/verify-evidence";
import { drawAttempts } from "@/lib/testing/draw-attempts";
import type { Asker } from "../access/asker";
import { createShareDeeds } from "./create-share-deeds";

const HOUR_MS = 3_600_000;
const [DRAWN] = drawAttempts(1, 11);
const LINE = 'level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Payments"';

function detailOf(id: string, cluster: string): AttemptDetail {
  const attempt = { ...DRAWN, id, cluster, origin: null } as AttemptDetail["attempt"];
  const line = { recordId: `${id}-1`, eventId: null, stream: "s", timeMs: 1, text: LINE, note: null };
  const rest = { reason: null, otherReasons: [], mapping: null, events: [], hopRecords: [], notSeen: [] };
  return { attempt, lines: [line], ...rest, chain: {} as AttemptDetail["chain"] };
}

const ATTEMPTS = [detailOf("aaaa-1", "payments-prod"), detailOf("bbbb-2", "dev")];
const investigations: Pick<Investigations, "explainAttempt" | "reachOfAttempt" | "searchAttempts"> = {
  explainAttempt: async (viewer, { id }) =>
    ATTEMPTS.find(({ attempt }) => attempt.id === id && seesCluster(viewer, attempt.cluster)) ?? null,
  reachOfAttempt: async () => null,
  searchAttempts: async (viewer, { filter: { range } }) => {
    const rows = ATTEMPTS.map(({ attempt }) => attempt).filter(({ cluster }) => seesCluster(viewer, cluster));
    return { rows, next: null, position: 0, total: rows.length, range };
  },
};

function asker(name: string, role: Role, clusters: Viewer["clusters"] = "all", peer = "192.0.2.1"): Asker {
  return { viewer: { kind: "person", id: `issuer|${name}`, name, role, clusters }, peer, sessionId: null };
}

const ALICE = asker("alice@example.com", "auditor");
const BOB = asker("bob@example.com", "auditor");
const DEV = asker("dev@example.com", "viewer", ["dev"]);
const SEER = asker("seer@example.com", "viewer");
const ADMIN = asker("admin@example.com", "admin");
const stranger = (peer: string): Asker => ({ viewer: ANYONE, peer, sessionId: null });
const CREATE = { kind: "create", view: "/attempts/aaaa-1", level: "R1", note: "", linkHours: null } as const;

describe("the deeds of shares", () => {
  let dataDir: string;
  let nowMs: number;
  let notes: OwnAuditNote[];
  let deeds: ReturnType<typeof createShareDeeds>;
  const open = (who: Asker, id: string, secret: string | null = null) =>
    deeds.openShare.run(who, { id, secret });
  const change = (who: Asker, asked: ShareChange) => deeds.changeShares.run(who, asked);

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "gatebook-share-deeds-"));
    nowMs = Date.UTC(2026, 10, 27);
    notes = [];
    deeds = create(true);
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  function create(allowsLinks: boolean) {
    const audit = { note: async (note: OwnAuditNote) => void notes.push(note) };
    const clock = { now: () => nowMs, sleep: async () => undefined };
    const asks = { investigations: investigations as Investigations };
    return createShareDeeds({ dataDir, clock, audit, ...asks, allowsAnyoneLinks: allowsLinks });
  }

  async function make(asked: Partial<Extract<ShareChange, { kind: "create" }>> = {}, who = ALICE) {
    const { madeId, secret } = answerOf(await change(who, { ...CREATE, ...asked }));
    return { id: madeId ?? "", secret };
  }

  it("show what they will see, and keep nothing of it", async () => {
    const { linkHours: _linkHours, ...wish } = CREATE;
    const { preview } = answerOf(await change(ALICE, { ...wish, kind: "preview" }));
    expect(preview?.level).toBe("R1");
    expect(JSON.stringify(preview)).not.toContain("111122223333");
    expect(await readdir(dataDir)).toEqual([]);
    expect(notes).toMatchObject([
      { deed: "view", target: "what would be shared of /attempts/aaaa-1", facts: { level: "R1" } },
    ]);
  });

  it("open for who signs in, within roles and clusters, until deleted; also after a restart", async () => {
    const { id } = await make();
    nowMs += 400 * 24 * HOUR_MS;
    deeds = create(true);
    const evidence = answerOf(await open(SEER, id));
    expect(verifyEvidence(evidence).filter(({ problem }) => problem !== null)).toEqual([]);
    expect([await kindOf(DEV, id), await kindOf(stranger("1"), id)]).toEqual(["not-there", "not-there"]);
    await change(ALICE, { kind: "delete", id });
    expect(await kindOf(SEER, id)).toBe("not-there");
  });

  const kindOf = async (who: Asker, id: string, secret: string | null = null) =>
    (await open(who, id, secret)).kind;

  it("open what is not redacted for auditors alone, and never by a link", async () => {
    const { id } = await make({ level: "R0" }, ADMIN);
    expect([await kindOf(SEER, id), await kindOf(BOB, id)]).toEqual(["not-there", "done"]);
    expect((await change(ADMIN, { ...CREATE, level: "R0", linkHours: 24 })).kind).toBe("refused");
    expect((await change(ADMIN, { kind: "renew-link", id, linkHours: 1 })).kind).toBe("refused");
    expect((await change(ALICE, { ...CREATE, level: "R0" })).kind).toBe("refused");
  });

  it("open by a secret for anyone, until it expires, is renewed or revoked; of it only the hash is kept", async () => {
    const { id, secret } = await make({ linkHours: 24 });
    expect(await kindOf(stranger("1"), id, secret)).toBe("done");
    expect(await readFile(join(dataDir, "shares", `${id}.json`), "utf8")).not.toContain(secret);
    const renewed = answerOf(await change(ALICE, { kind: "renew-link", id, linkHours: 2 })).secret;
    expect([await kindOf(stranger("2"), id, secret), await kindOf(stranger("2"), id, renewed)]).toEqual([
      "not-there",
      "done",
    ]);
    nowMs += 2 * HOUR_MS;
    expect(await kindOf(stranger("3"), id, renewed)).toBe("not-there");
    const again = answerOf(await change(ALICE, { kind: "renew-link", id, linkHours: 2 })).secret;
    expect(await kindOf(stranger("3"), id, again)).toBe("done");
    await change(ALICE, { kind: "revoke-link", id });
    expect([await kindOf(stranger("3"), id, again), await kindOf(SEER, id)]).toEqual(["not-there", "done"]);
  });

  it("answer the same whatever is wrong", async () => {
    const [expired, revoked] = [await make({ linkHours: 1 }), await make({ linkHours: 24 })];
    await change(ALICE, { kind: "revoke-link", id: revoked.id });
    nowMs += HOUR_MS;
    const answers = [
      await open(stranger("1"), expired.id, expired.secret),
      await open(stranger("1"), revoked.id, revoked.secret),
      await open(stranger("1"), "0".repeat(32), expired.secret),
      await open(stranger("1"), expired.id, "x"),
      await open(stranger("1"), expired.id),
      await open(DEV, expired.id),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it.each([
    ...[
      ":id",
      "%3Aid",
      ":key",
      "",
      "..",
      "../views",
      "*",
      "null",
      "undefined",
      "0",
      "__proto__",
      "constructor",
    ],
    ...["{id}", "[id]", "//", "a".repeat(32), "A".repeat(32), "%00", "\u0000", "x".repeat(10_000)],
  ])("have no share %j", async (id) => {
    await make({ linkHours: 24 });
    for (const secret of [null, "", id]) expect(await kindOf(stranger("1"), id, secret)).toBe("not-there");
    expect(await kindOf(ADMIN, id)).toBe("not-there");
  });

  it("open by no part of a secret, and by none of another share", async () => {
    const [one, other] = [await make({ linkHours: 24 }), await make({ linkHours: 24 })];
    const secret = one.secret ?? "";
    const wrong = ["", secret.slice(0, 1), secret.slice(0, 42), `${secret}A`, secret.slice(1), other.secret];
    for (const [i, given] of wrong.entries())
      expect(await kindOf(stranger(`${i}`), one.id, given)).toBe("not-there");
  });

  it("open by no link where an admin allows none any more, as if there were none; all else stays as it was", async () => {
    const { id, secret } = await make({ linkHours: 24 });
    const before = (await deeds.listShares.run(ALICE, null)).shares;
    deeds = create(false);
    expect(await open(stranger("1"), id, secret)).toEqual(await open(stranger("1"), "f".repeat(32), secret));
    expect(await kindOf(SEER, id)).toBe("done");
    expect((await deeds.listShares.run(ALICE, null)).shares).toEqual(before);
    deeds = create(true);
    expect(await kindOf(stranger("1"), id, secret)).toBe("done");
    deeds = create(false);
    expect((await change(ALICE, { kind: "revoke-link", id })).kind).toBe("done");
    deeds = create(true);
    expect(await kindOf(stranger("1"), id, secret)).toBe("not-there");
  });

  it("make links only where an admin allows it, and not without sign-in", async () => {
    deeds = create(false);
    expect((await change(ALICE, { ...CREATE, linkHours: 24 })).kind).toBe("refused");
    deeds = create(true);
    const local = { viewer: LOCAL_VIEWER, peer: "127.0.0.1", sessionId: null };
    expect((await change(local, { ...CREATE, linkHours: 24 })).kind).toBe("refused");
    expect((await change(local, CREATE)).kind).toBe("done");
  });

  it("let only the owner and admins change and list one", async () => {
    const { id } = await make({ linkHours: 24 });
    for (const kind of ["revoke-link", "delete"] as const)
      expect((await change(BOB, { kind, id })).kind).toBe("not-there");
    const listed = async (who: Asker) => (await deeds.listShares.run(who, null)).shares.length;
    expect([await listed(ALICE), await listed(BOB), await listed(ADMIN)]).toEqual([1, 0, 1]);
    const narrowed = asker("alice@example.com", "auditor", ["dev"]);
    expect(await listed(narrowed)).toBe(0);
    expect((await change(narrowed, { kind: "delete", id })).kind).toBe("not-there");
    expect((await change(ADMIN, { kind: "delete", id })).kind).toBe("done");
  });

  it.each([
    ...["/attempts/none", "//evil.example/attempts/aaaa-1", "https://evil.example/", "", "/", "/shares"],
    ...[
      "/attempts/aaaa-1/more",
      "/attempts?decision=maybe",
      "/\\evil",
      "/attempts/%E0%A4",
      "/questions/none",
    ],
  ])("share nothing of the view %j", async (view) => {
    expect((await change(ALICE, { ...CREATE, view })).kind).toBe("refused");
  });

  it("share of a list what one may see", async () => {
    const { id } = await make({ view: "/attempts?v=1" }, asker("c@example.com", "auditor", ["dev"]));
    expect(await kindOf(DEV, id)).toBe("done");
    const whole = await make({ view: "/attempts?v=1" });
    expect([await kindOf(DEV, whole.id), await kindOf(SEER, whole.id)]).toEqual(["not-there", "done"]);
  });

  it("tell at R2 neither the cluster nor a record", async () => {
    const { id } = await make({ level: "R2", note: "look at payments-prod" });
    const text = JSON.stringify(answerOf(await open(SEER, id)));
    for (const hidden of ["payments-prod", "111122223333", "alice@", LINE])
      expect(text).not.toContain(hidden);
  });

  it("are noted as failed where they could not be written", async () => {
    await writeFile(join(dataDir, "shares"), "");
    await change(ALICE, { ...CREATE, level: "R2" });
    expect(notes.map(({ outcome, facts }) => `${outcome} ${facts?.level} ${facts?.audience}`)).toEqual([
      "done R2 signed-in",
      "failed R2 signed-in",
    ]);
  });

  it("say that the folder cannot be used, and go on when it can", async () => {
    await writeFile(join(dataDir, "shares"), "");
    expect(await change(ALICE, CREATE)).toMatchObject({
      kind: "failed",
      message: expect.stringMatching(/ENOTDIR/),
    });
    await rm(join(dataDir, "shares"));
    expect((await change(ALICE, CREATE)).kind).toBe("done");
  });

  it("are noted: who did what with which share, from where", async () => {
    const { id, secret } = await make({ linkHours: 24 });
    await open(stranger("203.0.113.7"), id, secret);
    await open(DEV, id);
    await change(ALICE, { kind: "renew-link", id, linkHours: 1 });
    await change(ALICE, { kind: "revoke-link", id });
    await change(BOB, { kind: "delete", id });
    await change(ALICE, { kind: "delete", id });
    expect(
      notes.map(({ deed, viewer, outcome }) => `${deed} ${viewer.name.split("@")[0]} ${outcome}`),
    ).toEqual([
      "share-created alice done",
      "share-opened anyone done",
      "share-opened dev refused",
      "share-renewed alice done",
      "share-revoked alice done",
      "share-deleted bob refused",
      "share-deleted alice done",
    ]);
    const [created, , , renewed, revoked, refused, deleted] = notes.map(({ facts }) => facts);
    const until = (hours: number) => new Date(nowMs + hours * HOUR_MS).toISOString();
    const own = { level: "R1", owner: "alice@example.com" };
    expect(created).toEqual({ level: "R1", audience: "anyone", until: until(24), view: "/attempts/aaaa-1" });
    expect(renewed).toEqual({ ...own, audience: "anyone", until: until(1) });
    expect([revoked, deleted]).toEqual([
      { ...own, audience: "signed-in" },
      { ...own, audience: "signed-in" },
    ]);
    expect(refused).toBeUndefined();
    expect(notes[1]).toMatchObject({ peer: "203.0.113.7", target: `share ${id}`, facts: { by: "link" } });
    expect(JSON.stringify(notes)).not.toContain(secret);
  });
});

function answerOf<T>(outcome: ShareOutcome<T>): T {
  if (outcome.kind !== "done") throw new Error(outcome.message);
  return outcome.answer;
}
