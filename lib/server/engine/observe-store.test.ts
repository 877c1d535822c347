import { expect, it } from "vitest";
import type { EventStore } from "@/lib/ports/event-store";
import type { PageToStore } from "@/lib/ports/reading-store";
import { StoreError } from "@/lib/ports/store-error";
import type { Log } from "../log/create-log";
import { createEngineMetrics } from "../metrics/engine-metrics";
import { observeStore } from "./observe-store";

const PAGE: PageToStore = {
  sourceId: "authenticator-log/111122223333/eu-west-1/prod",
  records: [],
  complete: null,
  startedMs: 0,
  checkpoint: null,
  notice: null,
  readAtMs: 0,
};
const OFF = {
  code: "log-type-off",
  message: "It is off.",
  remedy: "Switch it on.",
  permission: null,
} as const;

function observed(appendPage: () => Promise<number>) {
  const told: string[] = [];
  const tell = (level: string) => (about: unknown, text?: string) =>
    void told.push(`${level}: ${text ?? String(about)}`);
  const log = { info: tell("info"), warn: tell("warn"), error: tell("error") } as unknown as Log;
  const setSourceState = async () => undefined;
  const store = { appendPage, setSourceState } as unknown as EventStore;
  return { told, store: observeStore(store, { log, metrics: createEngineMetrics() }) };
}

it("tells once that the disk is full, and once that there is room again", async () => {
  let isFull = true;
  const { told, store } = observed(async () => {
    if (isFull) throw new StoreError("disk-full", "the disk of /data is nearly full: make room");
    return 0;
  });
  for (let n = 0; n < 3; n++)
    await expect(store.appendPage(PAGE)).rejects.toMatchObject({ code: "disk-full" });
  isFull = false;
  for (let n = 0; n < 2; n++) await store.appendPage(PAGE);
  expect(told).toEqual([
    "error: Nothing new is stored, reading waits: the disk of /data is nearly full: make room",
    "info: There is room again; reading goes on",
  ]);
});

it("tells a source's problem once while its past is still read, and that it is read again", async () => {
  const { told, store } = observed(async () => 0);
  await store.setSourceState(PAGE.sourceId, "failed", OFF);
  for (let n = 0; n < 3; n++) await store.appendPage({ ...PAGE, notice: OFF, stillFails: true });
  await store.setSourceState(PAGE.sourceId, "failed", OFF);
  await store.appendPage(PAGE);
  expect(told).toEqual(["warn: Source: It is off. Switch it on.", "info: Source is read again"]);
});
