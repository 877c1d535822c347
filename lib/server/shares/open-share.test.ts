import { beforeEach, describe, expect, it } from "vitest";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import { ANYONE, type Role } from "@/lib/ports/viewer";
import type { ShareHead } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { createRateLimit } from "../web/rate-limit";
import { openShare } from "./open-share";
import { OpeningNotes } from "./opening-notes";
import type { ShareParts } from "./share-parts";
import { newShareSecret } from "./share-secret";

const ID = "0123456789abcdef0123456789abcdef";
const { secret: SECRET, link: LINK } = newShareSecret(0, 24);
const HEAD = { id: ID, level: "R1", clusters: ["prod"], link: LINK } as unknown as ShareHead;

const stranger = (peer: string): Asker => ({ viewer: ANYONE, peer, sessionId: null });
const person = (role: Role, clusters: readonly string[]): Asker => ({
  viewer: { kind: "person", id: "i|carol", name: "carol@example.com", role, clusters },
  peer: "192.0.2.1",
  sessionId: null,
});

describe("opening what was shared", () => {
  let nowMs: number;
  let notes: OwnAuditNote[];
  let isFull: boolean;
  let parts: ShareParts;

  beforeEach(() => {
    [nowMs, notes, isFull] = [0, [], false];
    const now = () => nowMs;
    const audit = {
      note: async (note: OwnAuditNote) => {
        if (isFull) throw new Error("full");
        notes.push(note);
      },
    };
    const find = async (id: string) => (id === ID ? HEAD : null);
    parts = {
      clock: { now },
      folder: { head: find, read: find },
      tries: createRateLimit({ most: 10, perMs: 60_000, now }),
      openings: new OpeningNotes(audit, now),
      allowsAnyoneLinks: true,
    } as unknown as ShareParts;
  });

  const open = async (who: Asker, secret: string | null, id = ID) =>
    (await openShare(parts, who, { id, secret })).kind;
  const openAll = async (peers: readonly string[], secret: string | null, id = ID) => {
    const kinds: string[] = [];
    for (const peer of peers) kinds.push(await open(stranger(peer), secret, id));
    return new Set(kinds);
  };
  const often = (count: number, peer = "192.0.2.1") => new Array<string>(count).fill(peer);

  it("takes ten wrong secrets in a minute from one address, then none for a while", async () => {
    expect(await openAll(often(10), "x")).toEqual(new Set(["not-there"]));
    expect(await open(stranger("192.0.2.1"), SECRET)).toBe("wait");
    expect(await open(stranger("192.0.2.2"), SECRET)).toBe("done");
    nowMs = 60_000;
    expect(await open(stranger("192.0.2.1"), SECRET)).toBe("done");
  });

  it("counts no right secret, nor any of somebody who may see it without", async () => {
    expect(await openAll(often(50), SECRET)).toEqual(new Set(["done"]));
    await openAll(often(9), "x");
    expect(await open(stranger("192.0.2.1"), SECRET)).toBe("done");
    for (let i = 0; i < 20; i++) expect(await open(person("viewer", ["prod"]), "x")).toBe("done");
    expect(await open(stranger("192.0.2.1"), SECRET)).toBe("done");
  });

  it("counts those that come at once like those that come one after the other", async () => {
    const kinds = await Promise.all(often(50).map((peer) => open(stranger(peer), "x")));
    expect(kinds.filter((kind) => kind === "not-there")).toHaveLength(10);
  });

  it("counts an IPv6 network of 64 bits as one, and IPv4 by the address", async () => {
    const hosts = Array.from({ length: 10 }, (_, i) => i);
    await openAll([...hosts.map((i) => `2001:db8:1:2::${i}`), ...hosts.map((i) => `192.0.2.${i}`)], "x");
    expect(await open(stranger("2001:db8:1:2:ffff::1"), SECRET)).toBe("wait");
    expect(await openAll(["2001:db8:1:3::1", "192.0.2.1"], SECRET)).toEqual(new Set(["done"]));
  });

  it("notes one refusal of a stranger in a minute, and with the next how many were left out", async () => {
    await openAll(often(30), null, "f".repeat(32));
    await openAll(often(15), "x");
    expect(notes.map(({ outcome, facts }) => ({ outcome, ...facts }))).toEqual([
      { outcome: "refused", by: "sign-in" },
    ]);
    nowMs = 60_000;
    await openAll(often(2), "x");
    expect(notes.slice(1).map(({ facts }) => facts)).toEqual([{ by: "link", leftOut: 44 }]);
  });

  it("notes few refusals of strangers, however many addresses they have", async () => {
    const peers = Array.from({ length: 500 }, (_, i) => `2001:db8:0:${i.toString(16)}::1`);
    await openAll(peers, null, "f".repeat(32));
    expect(notes).toHaveLength(60);
  });

  it("notes each refusal of somebody who signed in", async () => {
    for (let i = 0; i < 3; i++) expect(await open(person("viewer", ["dev"]), null)).toBe("not-there");
    expect(notes.map(({ viewer, outcome }) => `${viewer.name} ${outcome}`)).toEqual(
      new Array(3).fill("carol@example.com refused"),
    );
  });

  it("notes one view of a stranger in a minute; and tells nothing of what could not be noted", async () => {
    await openAll([...often(5), "192.0.2.2"], SECRET);
    expect(notes.map(({ peer, facts }) => [peer, facts?.by])).toEqual([
      ["192.0.2.1", "link"],
      ["192.0.2.2", "link"],
    ]);
    isFull = true;
    for (let i = 0; i < 2; i++) await expect(open(stranger("192.0.2.3"), SECRET)).rejects.toThrow("full");
    await expect(open(person("viewer", ["prod"]), null)).rejects.toThrow("full");
  });
});
