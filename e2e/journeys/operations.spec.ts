import { readExposition, sumOf } from "@/lib/testing/read-exposition";
import { ApiDocument } from "../api-document";
import { expect, test } from "../fixtures";
import { startDashboard } from "../start-dashboard";

/** What some paths cannot be asked without. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ["/api/v1/raw-lines", "?range=24h&q=denied"],
  ["/api/v1/questions/who-is-behind", "?who=kubernetes-admin"],
  ["/api/v1/questions/who-did-this", "?verb=delete&resource=ns"],
  ["/api/v1/questions/why-not-in", "?who=alice%40example.com&cluster=prod"],
  ["/api/v1/questions/what-changed", "?cluster=prod"],
  ["/api/v1/questions/cut-off", "?who=alice%40example.com"],
  ["/api/v1/questions/who-used-cluster-admin", "?cluster=prod"],
  ["/api/v1/questions/mapping-use", "?cluster=prod"],
]);

test("every path of the API answers as its document says, errors too", async ({ request, baseURL }) => {
  const document = await ApiDocument.load(`${baseURL}`);
  const ask = async (path: string) => {
    const response = await request.get(path);
    const answer = { url: `${baseURL}${path}`, status: response.status(), body: await response.json() };
    expect(document.findBreaches(answer), path).toEqual([]);
    return answer;
  };
  const { body } = await ask("/api/v1/attempts?range=14d&limit=500&noise=show");
  const { rows, next } = body as { rows: { id: string }[]; next: string };
  expect(rows).toHaveLength(500);
  await ask(`/api/v1/attempts?range=14d&limit=500&noise=show&cursor=${encodeURIComponent(next)}`);
  for (const { id } of rows.slice(0, 20)) await ask(`/api/v1/attempts/${id}`);
  for (const path of document.paths.filter((one) => !one.includes("{") && document.givesJson(one))) {
    expect((await ask(path + (NEEDED.get(path) ?? ""))).status, path).toBe(200);
  }
  expect((await ask("/api/v1/attempts/none")).status).toBe(404);
  for (const query of ["decision=maybe", "limit=501", "cursor=made-up", "from=yesterday"]) {
    expect((await ask(`/api/v1/attempts?${query}`)).status, query).toBe(400);
  }
});

test("a breach of the document is found", async ({ baseURL }) => {
  const document = await ApiDocument.load(`${baseURL}`);
  const storage = { state: "ok", sinceMs: null, freeBytes: null, setAside: [] };
  const health = { status: "ok", version: "1", sample: true, startedMs: 1, attempts: 1, storage };
  const find = (url: string, status: number, body: unknown) =>
    document.findBreaches({ url: `${baseURL}${url}`, status, body });
  expect(find("/api/v1/health", 200, health)).toEqual([]);
  expect(find("/api/v1/health", 200, { ...health, attempts: "1" })).toHaveLength(1);
  expect(find("/api/v1/health", 200, { ...health, more: 1 })).toHaveLength(1);
  expect(find("/api/v1/health", 302, health)).toHaveLength(1);
  expect(find("/api/v1/health?x=1", 200, health)).toHaveLength(1);
  expect(find("/api/v1/none", 200, health)).toHaveLength(1);
});

test("it says that it lives and is ready, and tells its numbers", async ({ request }) => {
  for (const path of ["/livez", "/readyz"]) {
    const response = await request.get(path);
    expect([response.status(), response.headers()["cache-control"]]).toEqual([200, "no-store"]);
  }
  const metrics = readExposition(await (await request.get("/metrics")).text());
  expect(sumOf(metrics, "gatebook_attempts")).toBeGreaterThan(500);
  expect(sumOf(metrics, "gatebook_http_request_seconds_count", 'route="/readyz"')).toBeGreaterThan(0);
  expect(sumOf(metrics, "gatebook_source_lag_seconds")).toBeGreaterThanOrEqual(0);
});

const isReady = async (url: string) => (await fetch(`${url}/readyz`).catch(() => null))?.ok === true;

test("it ends within ten seconds, with code 0, while people read", async () => {
  test.setTimeout(150_000);
  const dashboard = await startDashboard({ isThere: isReady });
  try {
    const asked = Array.from({ length: 12 }, (_, n) =>
      fetch(`${dashboard.url}/attempts?range=14d&q=${n}`).then((response) => response.text()),
    );
    const pages = Promise.allSettled(asked);
    // They are under way once the first of them is answered.
    await Promise.race(asked);
    const { code, ms } = await dashboard.end();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    for (const page of await pages) if (page.status === "fulfilled") expect(page.value).toContain("</html>");
    await expect(fetch(`${dashboard.url}/livez`)).rejects.toThrow();
  } finally {
    await dashboard.close();
  }
});
