import { expect, test } from "../fixtures";
import { asPerson, startShared } from "../shared-dashboard";
import { DASHBOARD_URL, type Dashboard } from "../start-dashboard";
import { ROUTE_RULES } from "@/lib/server/access/route-rules";

const ALL = asPerson("root", "admins");
/** Clusters that may not be seen, where no word of a page is like them. */
const OTHERS = /(?<![\w-])(devCluster|prod)(?![\w-])/;

let dashboard: Dashboard;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  dashboard = await startShared("");
});
test.afterAll(() => dashboard.close());

type Headers = Record<string, string>;
const get = (path: string, headers: Headers) =>
  fetch(`${dashboard.url}${path}`, { headers, redirect: "manual" });

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { ...ALL, origin: DASHBOARD_URL, "content-type": "application/json" };
  const answer = await fetch(`${dashboard.url}${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function newestOf(cluster: string): Promise<string> {
  const answer = await get(`/api/v1/attempts?range=7d&limit=1&cluster=${cluster}`, ALL);
  return ((await answer.json()) as { rows: { id: string }[] }).rows[0]?.id ?? "";
}

/** Whoever sees all of it leaves marks of the others wherever something is kept. */
async function leaveMarks() {
  await post("/api/v1/views", { kind: "save", name: "Denied there", query: "cluster=devCluster" });
  await post("/api/v1/views", { kind: "save", name: "devCluster's people", query: "decision=granted" });
  const { madeId } = await post<{ madeId: string }>("/api/v1/incidents", {
    kind: "create",
    title: "Nobody gets in to devCluster",
  });
  const attempt = await newestOf("devCluster");
  const incident = `/api/v1/incidents/${madeId}`;
  await post(incident, { kind: "add-attempts", attemptIds: [attempt] });
  const wish = { view: `/attempts/${attempt}`, level: "R1", note: "" };
  const share = await post<{ madeId: string }>("/api/v1/shares", {
    kind: "create",
    ...wish,
    linkHours: null,
  });
  return { attempt, incident: madeId, share: share.madeId };
}

/** Addresses of a route: of what may be seen where it names a cluster, of the marks where it names an id. */
function addressOf(path: string, marks: Awaited<ReturnType<typeof leaveMarks>>): string {
  if (path.includes("/s/") || path.includes("/shares/")) return path.replace("[id]", marks.share);
  if (path.includes("incidents/")) return path.replace("[id]", marks.incident).replace("[entry]", "1");
  const asked = path
    .replace("[id]", marks.attempt)
    .replace("[name]", "staging")
    .replace("[code]", "not-mapped")
    .replace(/\[kind\].*/, "username/kubernetes-admin")
    .replace(/\[\.\.\.id\]/, "username:kubernetes-admin");
  return path === "/api/v1/identities" ? `${asked}?find=text:kubernetes-admin` : asked;
}

test("who may see one cluster is told of no other, on any page and by any answer", async () => {
  test.setTimeout(240_000);
  const marks = await leaveMarks();
  expect(marks.attempt).not.toBe("");
  const routes = ROUTE_RULES.filter(
    ({ path, GET }) => GET !== undefined && !/(live|openapi\.json)$/.test(path),
  );
  for (const group of ["staging-viewers", "staging-auditors"]) {
    const headers = asPerson("carol", group);
    const leaks: string[] = [];
    let seen = 0;
    for (const { path } of routes) {
      const answer = await get(addressOf(path, marks), headers);
      const text = await answer.text();
      if (text.includes("staging")) seen++;
      // Pages have examples in their words.
      const found = (path.startsWith("/api/") ? OTHERS : /devCluster/).exec(text);
      if (found !== null)
        leaks.push(
          `${path} ${answer.status}: ${text.slice(Math.max(0, found.index - 60), found.index + 40)}`,
        );
    }
    expect(leaks).toEqual([]);
    expect(seen).toBeGreaterThan(8);
    const kept = ["/api/v1/attempts/ID", "/attempts/ID", "/api/v1/attempts/ID/chain"].map((path) =>
      path.replace("ID", marks.attempt),
    );
    for (const path of [...kept, "/api/v1/clusters/devCluster", "/api/v1/clusters/devCluster/configuration"])
      expect([path, (await get(path, headers)).status]).toEqual([path, 404]);
    for (const path of [`/api/v1/incidents/${marks.incident}`, `/api/v1/shares/${marks.share}`])
      expect([path, (await get(path, headers)).status]).toEqual([path, 404]);
    expect(await (await get("/api/v1/views", headers)).json()).toMatchObject({ views: [] });
  }
});

test("what is told live is of that cluster alone", async () => {
  const gone = new AbortController();
  const headers = asPerson("carol", "staging-viewers");
  const answer = await fetch(`${dashboard.url}/api/v1/live`, { headers, signal: gone.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = (await reader?.read()) ?? {};
  gone.abort();
  const own = /^id: (\w+)\.(\d+)$/m.exec(value);
  const all = await fetch(`${dashboard.url}/api/v1/live`, { headers: ALL });
  const whole = all.body?.pipeThrough(new TextDecoderStream()).getReader();
  const told = /^id: (\w+)\.(\d+)$/m.exec((await whole?.read())?.value ?? "");
  await whole?.cancel();
  expect(own?.[1]).toBe(told?.[1]);
  expect(Number(own?.[2])).toBeLessThan(Number(told?.[2]));
});
