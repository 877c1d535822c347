import { mkdtemp, readdir, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/v1/views/route";
import type { SavedViewList } from "@/lib/domain/summarize/saved-view";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { runAs } from "../access/current-viewer";
import { engineAddress } from "../data-folder";
import type { EngineOperations } from "../engine/engine-operations";
import { serveEngine } from "../engine/serve-engine";
import { createViewDeeds } from "./create-view-deeds";

const ASKER = { viewer: LOCAL_VIEWER, peer: null, sessionId: null };

describe("the API of saved views", () => {
  let folder: string;
  let engine: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-views-"));
    process.env.GATEBOOK_DATA = folder;
    const audit = { note: async () => undefined };
    const clock = { now: Date.now, sleep: async () => undefined };
    const investigations = {} as Investigations;
    const rest = {
      investigations,
      importPaths: async () => [],
      onAnswer: () => undefined,
      deeds: createViewDeeds({ dataDir: folder, clock, audit, investigations }),
      note: async () => undefined,
    };
    engine = await serveEngine({ ...rest, operations: {} as EngineOperations }, engineAddress(folder));
  });

  afterAll(async () => {
    engine.close();
    engine.closeAllConnections();
    await rm(folder, { recursive: true });
  });

  async function send(body: unknown, headers: Record<string, string> = {}) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const length = { "content-length": String(Buffer.byteLength(text)) };
    const request = new Request("http://127.0.0.1/api/v1/views", {
      method: "POST",
      headers: { "content-type": "application/json", ...length, ...headers },
      body: text,
    });
    const response = await runAs(ASKER, () => POST(request));
    return { status: response.status, body: (await response.json()) as { error?: { message: string } } };
  }

  const list = async () => (await (await runAs(ASKER, GET)).json()) as SavedViewList;

  it("keeps what opens, in one form, and answers with the list", async () => {
    expect(await list()).toEqual({ views: [], problem: null, setAside: [] });
    const query = "?cluster=prod&decision=denied&range=24h";
    const { status, body } = await send({ kind: "save", name: "Denied", query });
    expect(status).toBe(200);
    expect(body).toEqual(await list());
    expect(await list()).toMatchObject({
      views: [{ name: "Denied", query: "decision=denied&cluster=prod&v=1" }],
    });
  });

  it("refuses what clashes, and says why", async () => {
    await send({ kind: "save", name: "Mine", query: "v=1" });
    const clash = await send({ kind: "save", name: "mine", query: "range=7d" });
    expect(clash).toEqual({
      status: 409,
      body: { error: { code: "refused", message: "There is a view of this name already." } },
    });
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["a change of no kind", { kind: "drop" }],
    ["a field too many", { kind: "delete", id: "1", all: true }],
    ["a name that is no text", { kind: "save", name: ["x"], query: "" }],
    ["a query that is none", { kind: "save", name: "x", query: "decision=maybe" }],
    ["a query with more than filters", { kind: "save", name: "x", query: "__proto__=1" }],
    ["a query of a version to come", { kind: "save", name: "x", query: "v=999" }],
  ])("takes %s for a mistake, and keeps nothing of it", async (_what, body) => {
    const before = await list();
    expect((await send(body)).status).toBe(400);
    expect(await list()).toEqual(before);
  });

  it("takes no body that is too long, or does not tell its length", async () => {
    const long = { kind: "save", name: "\u202e".repeat(131_072), query: "" };
    expect((await send(long)).status).toBe(413);
    expect((await send({ kind: "delete", id: "1" }, { "content-length": "many" })).status).toBe(413);
    expect(await readdir(folder)).not.toContain("views.json.next");
  });
});
