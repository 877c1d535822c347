import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { EventStore } from "@/lib/ports/event-store";
import type { Investigations } from "@/lib/ports/investigations";
import { drawAttempts, START } from "@/lib/testing/draw-attempts";
import { engineAddress } from "../data-folder";
import { createEngineCall } from "../engine-client";
import type { EngineOperations } from "../engine/engine-operations";
import { serveEngine } from "../engine/serve-engine";
import { ChangeBoard, noteChanges, type Standing } from "./change-board";
import { createLiveStreams, liveStreams } from "./live-streams";
import { openStream } from "./open-stream";
import { StoredFeed } from "./stored-feed";

const attempts = drawAttempts(40, 3);
const of = (cluster: string): Attempt[] => attempts.filter((one) => one.cluster === cluster);

describe("what has changed", () => {
  it("is told of the clusters of which attempts came or went, and of no others", () => {
    const board = new ChangeBoard("r");
    board.noteStretch(START, [...of("prod"), ...of("Staging")]);
    expect(board.standing()).toEqual({ run: "r", last: 1, clusters: { prod: 1, Staging: 1 } });
    board.noteStretch(START, [...of("prod"), ...of("Staging")]);
    expect(board.standing().last).toBe(1);
    board.noteStretch(START, [...of("prod").slice(1), ...of("Staging")]);
    expect(board.standing()).toMatchObject({ last: 2, clusters: { prod: 2, Staging: 1 } });
  });

  it("is told once it is stored, and again when it was traced", async () => {
    const board = new ChangeBoard("r");
    const inner = {
      deriveStretch: async (_keep: unknown, _needed: unknown, derive: (window: never) => unknown) => {
        derive({} as never);
        expect(board.standing().last).toBe(0);
      },
      writeOrigins: async () => undefined,
    } as unknown as EventStore;
    const store = noteChanges(inner, board);
    const stretch = { from: START, to: START + 3_600_000 };
    await store.deriveStretch(stretch, stretch, () => ({ attempts: of("prod"), unclaimed: [] }));
    expect(board.standing()).toMatchObject({ last: 1, clusters: { prod: 1 } });
    await store.writeOrigins([]);
    await store.writeOrigins([]);
    expect(board.standing().last).toBe(2);
  });
});

describe("streams", () => {
  const board = new ChangeBoard("run1");
  let close: () => Promise<void>;
  let feed: StoredFeed;

  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), "gatebook-live-"));
    const awaitStored: EngineOperations["awaitStored"] = (known, signal) =>
      board.waitFor(known, 25_000, signal);
    const server = await serveEngine(
      {
        investigations: {} as Investigations,
        importPaths: async () => [],
        operations: { awaitStored } as EngineOperations,
        onAnswer: () => undefined,
        deeds: {},
        note: async () => undefined,
      },
      engineAddress(folder),
    );
    const call = createEngineCall(folder, 0);
    feed = new StoredFeed((known, signal) => call("awaitStored", null, known, signal) as Promise<Standing>);
    close = async () => {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    };
  });
  afterEach(() => close());

  function open(clusters: readonly string[] = [], after: string | null = null) {
    const gone = new AbortController();
    const stream = openStream(feed, { clusters, after, signal: gone.signal });
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader.read()).value;
    return { gone, reader, next };
  }

  const idIn = (text: string | undefined) => /^id: (.*)$/m.exec(text ?? "")?.[1] ?? "";

  it("greet, and name a cluster of the view when something of it was stored", async () => {
    const { next, gone } = open(["prod"]);
    expect(await next()).toMatch(/^event: hello\nid: run1\.\d+\ndata: \{\}\n\n$/);
    board.noteStretch(1, of("Staging"));
    board.noteStretch(2, of("prod"));
    const told = await next();
    expect(told).toMatch(/^event: stored\nid: run1\.\d+\ndata: \{"clusters":\["prod"\]\}\n\n$/);
    gone.abort();
    expect(await next()).toBeUndefined();
  });

  it("go on where a former one ended: what was missed is told, by another run of the engine all", async () => {
    const first = open(["prod"]);
    const id = idIn(await first.next());
    first.gone.abort();
    board.noteStretch(3, of("prod"));
    for (const after of [id, "other.7"]) {
      const { next, gone } = open(["prod"], after);
      expect(await next()).toMatch(/^event: hello/);
      expect(await next()).toContain('{"clusters":["prod"]}');
      gone.abort();
    }
    const again = open(["prod"]);
    const { next, gone } = open(["prod"], idIn(await again.next()));
    expect(await next()).toMatch(/^event: hello/);
    board.noteStretch(4, of("prod"));
    expect(await next()).toContain('{"clusters":["prod"]}');
    again.gone.abort();
    gone.abort();
  });

  it("tell nothing of clusters that were not asked for, not even by how their numbers grow", async () => {
    const { next, gone } = open(["prod"]);
    const before = Number(idIn(await next()).split(".")[1]);
    for (let stretch = 100; stretch < 120; stretch++) board.noteStretch(stretch, of("Staging"));
    board.noteStretch(5, of("prod"));
    expect(Number(idIn(await next()).split(".")[1])).toBe(before + 1);
    gone.abort();
  });

  it("say when the engine is away", async () => {
    await close();
    close = async () => undefined;
    const { next, gone } = open();
    expect(await next()).toBe("event: away\ndata: {}\n\n");
    gone.abort();
  });

  it("leave nothing behind: 200 opened and dropped, by either side", async () => {
    for (let round = 0; round < 4; round++) {
      const opened = Array.from({ length: 50 }, () => open());
      await Promise.all(opened.map(({ next }) => next()));
      expect([liveStreams().count(), feed.listeners]).toEqual([50, 50]);
      for (const [i, { gone, reader }] of opened.entries()) {
        if (i % 2 === 0) gone.abort();
        else await reader.cancel();
      }
      expect([liveStreams().count(), feed.listeners]).toEqual([0, 0]);
    }
    await expect.poll(() => board.waiting).toBe(0);
  });

  it("are refused beyond the limit, and end all at once", async () => {
    const streams = createLiveStreams(2);
    let ended = 0;
    const leave = streams.enter(() => ended++);
    streams.enter(() => ended++);
    expect(() => streams.enter(() => undefined)).toThrow("2 pages are told");
    leave();
    leave();
    streams.enter(() => ended++);
    streams.close();
    expect(ended).toBe(2);
    expect(() => streams.enter(() => undefined)).toThrow("pages are told");
  });
});
