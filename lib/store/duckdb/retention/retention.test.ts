import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveWithin } from "@/lib/domain/correlate/correlate";
import { neededFor } from "@/lib/domain/correlate/correlation-reach";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { explainAttempt } from "@/lib/investigations/attempts/explain-attempt";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { COUNTED_SOURCE } from "@/lib/testing/counted-records";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { openEventStore } from "../open-event-store";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(2026, 0, 2);
const SECOND = FIRST + DAY;
const ALL = { ...NO_FACETS, range: { from: 0, to: FIRST + 10 * DAY }, text: "", noise: "show" as const };
const NOTHING_ELSE = { complete: null, checkpoint: null, notice: null, startedMs: 0, readAtMs: 0 };

/** The two lines of one attempt: STS vouches for somebody, who is let in some milliseconds later. */
function linesOf(name: string, stsMs: number, decidedMs = stsMs + 10) {
  const client = `client="127.0.0.1:${name.length}${stsMs % 1000}" method=POST path=/authenticate`;
  const arn = `arn:aws:sts::111122223333:assumed-role/Dev/${name}`;
  const sts = `level=info msg="STS response" accesskeyid=ASIAEXAMPLE1 accountid=111122223333 arn="${arn}" ${client} session=${name} userid=AROAEXAMPLE1`;
  const granted = `level=info msg="access granted" arn="arn:aws:iam::111122223333:role/Dev" ${client} groups="[dev]" uid="aws-iam-authenticator:111122223333:AROAEXAMPLE1" username=${name}`;
  return [lineAt(stsMs, sts), lineAt(decidedMs, granted)] as const;
}

function lineAt(timeMs: number, rest: string) {
  const text = `time="${new Date(timeMs).toISOString().slice(0, 19)}Z" ${rest}`;
  return { stream: "s", timeMs, text, eventId: null };
}

describe("retention", () => {
  let folder: string;
  let store: EventStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-retention-"));
    await open();
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function open() {
    store = await openEventStore({ path: join(folder, "events.duckdb") });
    await store.openSource(COUNTED_SOURCE, { from: 0, to: 1 }, "reading");
  }

  const append = (...lines: ReturnType<typeof lineAt>[]) => appendTo(COUNTED_SOURCE.id, lines);

  async function appendTo(sourceId: string, lines: readonly ReturnType<typeof lineAt>[]) {
    const records = lines.map((source) => {
      return { source, kind: "line" as const, parsed: parseAuthenticatorLine(source.text) };
    });
    await store.appendPage({ sourceId, records, ...NOTHING_ELSE });
  }

  async function derive() {
    for (const from of await store.staleHours()) {
      const keep = { from, to: from + HOUR };
      const input = { regionOf: () => "eu-west-1", keep };
      await store.deriveStretch(keep, neededFor(keep), (window) => deriveWithin({ ...window, ...input }));
    }
  }

  async function attempts() {
    return (await store.search({ filter: ALL, cursor: null, limit: 100 })).rows;
  }

  const explain = (id: string) => {
    const about = { version: "0", sample: false, startedMs: 0 };
    return explainAttempt(
      LOCAL_VIEWER,
      { id },
      { store, clock: createVirtualClock(SECOND), about, pulses: async () => [] },
    );
  };

  it("takes records, lines and segments of old days; what is derived stays and says where its proof went", async () => {
    await append(...linesOf("alice", FIRST + 5.5 * HOUR), ...linesOf("bob", SECOND + 5 * HOUR));
    await derive();
    const before = await attempts();
    expect(await store.forgetRecords(SECOND + HOUR)).toBe(1);
    expect(await store.forgetRecords(SECOND + HOUR)).toBe(0);
    expect(await attempts()).toEqual(before);
    expect(await readdir(join(folder, "raw"), { recursive: true })).toEqual([
      expect.any(String),
      expect.stringContaining("2026-01-03"),
    ]);
    const [bob, alice] = await Promise.all(before.map(({ id }) => explain(id)));
    expect(bob).toMatchObject({ lines: [{ note: null }, { note: null }] });
    expect(bob?.notSeen.map(({ what }) => what)).not.toContain("The raw records that prove it");
    expect(alice).toMatchObject({ attempt: { caller: { sessionName: "alice" } }, lines: [] });
    expect(alice?.notSeen[0]).toEqual({
      what: "The raw records that prove it",
      why: "Raw records from before 2026-01-03 were kept until then and are gone. What was read from them is shown.",
    });
  });

  it("never derives an hour anew from what is left of its lines", async () => {
    const alice = linesOf("alice", FIRST + 5.5 * HOUR);
    const carol = linesOf("carol", FIRST + 5.5 * HOUR + 60_000);
    await append(...alice, ...carol);
    await derive();
    const before = await attempts();
    await store.forgetRecords(SECOND);
    await append(carol[1], ...linesOf("dave", FIRST + 5.5 * HOUR + 120_000));
    expect(await store.staleHours()).toEqual([FIRST + 5 * HOUR]);
    await derive();
    const [dave, ...rest] = await attempts();
    expect(dave).toMatchObject({ caller: { sessionName: "dave" } });
    expect(rest).toEqual(before);
  });

  it("keeps what the first attempts after the boundary need", async () => {
    const [sts, granted] = linesOf("erin", SECOND - 10, SECOND + 10);
    await append(sts, granted);
    await derive();
    const before = await attempts();
    expect(before).toMatchObject([{ caller: { sessionName: "erin" } }]);
    await store.forgetRecords(SECOND);
    await append(...linesOf("frank", SECOND + 1_000));
    await derive();
    const after = await attempts();
    expect(after).toHaveLength(2);
    expect(after[1]).toEqual(before[0]);
  });

  it("keeps what was imported: nobody could read it again", async () => {
    const imported = { ...COUNTED_SOURCE, id: "import/authenticator-log/prod" };
    await store.openSource(imported, { from: FIRST, to: SECOND }, "imported");
    await appendTo(imported.id, linesOf("alice", FIRST + 5.5 * HOUR));
    await append(...linesOf("bob", FIRST + 5.6 * HOUR));
    await derive();
    const before = await attempts();
    expect(await store.forgetRecords(SECOND + HOUR)).toBe(1);
    expect(await store.forgetRecords(SECOND + HOUR)).toBe(0);
    expect(await attempts()).toEqual(before);
    const [bob, alice] = await Promise.all(before.map(({ id }) => explain(id)));
    expect(alice?.lines).toMatchObject([{ note: null }, { note: null }]);
    expect(alice?.notSeen.map(({ what }) => what)).not.toContain("The raw records that prove it");
    expect(bob?.lines).toEqual([]);
    await appendTo(imported.id, linesOf("carol", FIRST + 5.7 * HOUR));
    await derive();
    expect((await attempts()).map(({ caller }) => caller?.sessionName)).toEqual(["carol", "bob", "alice"]);
  });

  it("waits for hours that are not derived yet", async () => {
    await append(...linesOf("alice", FIRST + 5.5 * HOUR));
    expect(await store.forgetRecords(SECOND)).toBe(0);
    await derive();
    expect(await store.forgetRecords(SECOND)).toBe(1);
    expect(await attempts()).toHaveLength(1);
    await store.close();
    await open();
    expect(await attempts()).toHaveLength(1);
    expect(await store.recordsKeptFrom()).toBe(SECOND);
  });

  it("packs the many small blocks of a day into few, and every record can still be read", async () => {
    const names = Array.from({ length: 30 }, (_, n) => `person-${n}`);
    for (const [n, name] of names.entries()) await append(...linesOf(name, FIRST + n * 60_000));
    await derive();
    const ids = (await attempts()).flatMap(({ evidence }) => evidence.map(({ recordId }) => recordId));
    const before = await store.readLines(ids, ALL.range);
    expect(before).toHaveLength(60);
    const reading = store.readLines(ids, ALL.range);
    expect(await store.mergeRecords(FIRST + HOUR)).toBe(0);
    expect(await store.mergeRecords(SECOND)).toBe(1);
    expect(await store.mergeRecords(SECOND)).toBe(0);
    expect(await reading).toEqual(before);
    expect(await store.readLines(ids, ALL.range)).toEqual(before);
    expect(await readdir(join(folder, "raw"), { recursive: true })).toHaveLength(2);
    await append(...linesOf("late", FIRST + 2 * HOUR));
    await append(...linesOf("person-0", FIRST));
    await derive();
    expect(await attempts()).toHaveLength(31);
  });
});
