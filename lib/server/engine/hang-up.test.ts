import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { engineAddress } from "../data-folder";
import { connectEngine } from "../engine-client";
import type { EngineOperations } from "./engine-operations";
import { serveEngine } from "./serve-engine";

const QUERY = { range: { from: 0, to: 1 }, text: "x", cluster: [], cursor: null, limit: 1 };

it("ends a search whose asker hangs up, and answers the next question", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gatebook-hang-up-"));
  let begun: (signal: AbortSignal) => void = () => undefined;
  const searching = new Promise<AbortSignal>((resolve) => {
    begun = resolve;
  });
  const health = { status: "ok", version: "0", sample: true, startedMs: 0, attempts: 0 };
  const investigations = {
    searchRaw: (_viewer: unknown, _query: unknown, signal: AbortSignal) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        begun(signal);
      }),
    reportHealth: async () => health,
  } as unknown as Investigations;
  const server = await serveEngine(
    {
      investigations,
      importPaths: async () => [],
      operations: {} as EngineOperations,
      onAnswer: () => undefined,
      deeds: {},
      note: async () => undefined,
    },
    engineAddress(folder),
  );
  const client = connectEngine(folder);
  const abort = new AbortController();
  const answer = client.searchRaw(LOCAL_VIEWER, QUERY, abort.signal).catch((error: Error) => error.name);
  const signal = await searching;
  expect(signal.aborted).toBe(false);
  const heard = new Promise((resolve) => signal.addEventListener("abort", resolve));
  abort.abort();
  expect(await answer).toBe("AbortError");
  await heard;
  expect(await client.reportHealth(LOCAL_VIEWER, {})).toEqual(health);
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});
