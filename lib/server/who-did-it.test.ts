import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { NO_REQUEST_FACETS, type RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type { TracedRequest } from "@/lib/domain/summarize/requests/request-page";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import type { WorldRequest } from "@/lib/sandbox/world/world-day";
import { planFromOptions } from "./aws/aws-plan";
import { readSandbox, type SandboxRead } from "@/lib/testing/read-sandbox";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const HOURS = 48;
/** A `create` of these is a question, or a note. */
const NOT_KEPT = ["selfsubjectaccessreviews", "events"];
const RANGE = { from: NOW - HOURS * HOUR, to: NOW };
const ALL: RequestFilter = { ...NO_REQUEST_FACETS, range: RANGE, text: "" };

function countedOf(report: IdentityReport | null): number {
  const clusters = report?.kubernetes?.clusters ?? [];
  return clusters.reduce((sum, { writes, denials, streams }) => sum + writes + denials + streams, 0);
}

/** From the audit log over the wire to who did it, beside what really happened in the sandbox's world. */
describe("requests to the Kubernetes API, read over the wire", { timeout: 30_000 }, () => {
  let read: SandboxRead;
  let ask: Investigations;
  let truth: WorldRequest[];
  const found = new Map<string, TracedRequest>();

  beforeAll(async () => {
    const plan = () => planFromOptions({ clusters: [], region: null, profile: null });
    read = await readSandbox(plan, { nowMs: NOW, hours: HOURS, scale: 1 });
    const { store, clock, world, clusters, fromMs } = read;
    // What is cut in two by the look-back, or not delivered yet, is left apart.
    truth = world
      .requests({ from: fromMs + 30 * 60_000, to: NOW - 15 * 60_000 })
      .filter(({ cluster, resource }) => clusters.includes(cluster) && !NOT_KEPT.includes(resource));
    const about = { version: "0", sample: true, startedMs: NOW };
    ask = createInvestigations({ store, clock, about });
    let cursor: string | null = null;
    do {
      const page = await ask.searchRequests(LOCAL_VIEWER, { filter: ALL, cursor, limit: 500 });
      for (const row of page.rows) found.set(keyOf(row), row);
      cursor = page.next;
    } while (cursor !== null);
  }, 240_000);

  afterAll(() => read.close());

  const keyOf = ({ request: { cluster, verb, object, caller, timeMs } }: TracedRequest) =>
    JSON.stringify([cluster, verb, object?.resource, object?.name, caller.arn, Math.round(timeMs / 1_000)]);
  const rowOf = ({ cluster, verb, resource, name, callerArn, timeMs }: WorldRequest) =>
    [0, -1, 1]
      .map((more) =>
        found.get(
          JSON.stringify([cluster, verb, resource, name ?? "", callerArn, Math.round(timeMs / 1_000) + more]),
        ),
      )
      .find((row) => row !== undefined);

  it("keeps every write, denial and stream", () => {
    expect(truth.length).toBeGreaterThan(150);
    expect(truth.filter((real) => rowOf(real) === undefined)).toEqual([]);
    expect(new Set(truth.map(({ verb }) => verb)).size).toBeGreaterThan(3);
  });

  it("names who is behind the changes of aws-auth, and nobody else", async () => {
    const reports = await Promise.all(
      read.clusters.map((cluster) => ask.reportConfiguration(LOCAL_VIEWER, { cluster })),
    );
    const edits = reports.flatMap((report) =>
      (report?.changes ?? [])
        .filter(({ part, by }) => part === "aws-auth" && by !== null)
        .map((change) => ({ cluster: report?.cluster, ...change })),
    );
    const real = truth.filter(({ resource, name }) => resource === "configmaps" && name === "aws-auth");
    expect(edits.length).toBeGreaterThan(0);
    for (const { cluster, timeMs, origin } of edits) {
      const made = real.find((one) => one.cluster === cluster && Math.abs(one.timeMs - timeMs) < 1_000);
      expect([cluster, timeMs, origin?.name]).toEqual([cluster, timeMs, made?.origin.name]);
    }
  });

  it("never names another's session, and names nearly every one", async () => {
    const named = truth.flatMap((real) => {
      const row = rowOf(real);
      return row === undefined || row.sessions.length !== 1 ? [] : [{ real, row }];
    });
    expect(named.length / truth.length).toBeGreaterThan(0.95);
    const wrong: unknown[] = [];
    for (const { real, row } of named) {
      const attempt = await read.store.find(row.sessions[0]?.attemptId ?? "");
      const key = attempt?.caller?.accessKeyId ?? real.accessKeyId;
      if (attempt?.caller?.arn !== real.callerArn || key !== real.accessKeyId) wrong.push([real, row]);
    }
    expect(wrong).toEqual([]);
  });

  it("leads from a deleted namespace to who is behind it", async () => {
    const filter = { ...ALL, verb: ["delete"], resource: ["namespaces"] };
    const { rows } = await ask.searchRequests(LOCAL_VIEWER, { filter, cursor: null, limit: 500 });
    const deleted = truth.filter(({ verb, resource }) => verb === "delete" && resource === "namespaces");
    expect(deleted.length).toBeGreaterThan(0);
    for (const real of deleted) {
      const row = rows.find(({ request }) => request.object?.name === real.name);
      expect(row?.request.kubernetes.username).toBe(real.username);
      expect(row?.request.clientIp).not.toBeNull();
      const detail = await ask.explainRequest(LOCAL_VIEWER, { id: row?.request.id ?? "" });
      expect(detail?.record?.text).toContain(String(real.name));
      expect(detail?.attempts.map(({ caller }) => caller?.arn)).toContain(real.callerArn);
    }
  });

  it("tells which person it was who deleted a namespace as kubernetes-admin", async () => {
    const deleted = truth.filter(
      ({ verb, resource, username, origin }) =>
        verb === "delete" &&
        resource === "namespaces" &&
        username === "kubernetes-admin" &&
        origin.name.includes("@"),
    );
    expect(deleted.length).toBeGreaterThan(0);
    for (const real of deleted) {
      expect(real.callerArn).toMatch(/\/EKSGetTokenAuth$/);
      expect(rowOf(real)?.origin).toMatchObject({ kind: "person", name: real.origin.name });
    }
  });

  it("counts, and finds by text, what it lists", async () => {
    const facets = await ask.countRequests(LOCAL_VIEWER, { filter: ALL, limit: 100 });
    const total = (name: "verb" | "outcome") =>
      facets[name].values.reduce((sum, { count }) => sum + count, 0);
    expect([total("verb"), total("outcome")]).toEqual([found.size, found.size].map(() => total("verb")));
    const { rows } = await ask.searchRequests(LOCAL_VIEWER, {
      filter: { ...ALL, text: "PREVIEW-" },
      cursor: null,
      limit: 500,
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const { request } of rows) expect(JSON.stringify(request)).toContain("preview-");
  });

  it("counts by identity and day what it lists", async () => {
    const usernames = new Set(
      [...found.values()].map(({ request }) => request.kubernetes.username).slice(0, 20),
    );
    for (const value of usernames) {
      const rows = [...found.values()].filter(({ request }) => request.kubernetes.username === value);
      const report = await ask.reportIdentity(LOCAL_VIEWER, { kind: "username", value });
      const filter = { ...ALL, range: { from: 0, to: NOW + HOUR }, username: [value] };
      const { total } = await ask.searchRequests(LOCAL_VIEWER, { filter, cursor: null, limit: 1 });
      expect([value, countedOf(report)]).toEqual([value, total]);
      const addresses = report?.kubernetes?.addresses.map(({ address }) => address) ?? [];
      for (const { request } of rows.slice(0, 5)) expect(addresses).toContain(request.clientIp);
    }
  });

  it("counts for a person what the world's person did", async () => {
    // Without the identity store, who is known by an id alone is called by it.
    const calledOf = ({ origin: { kind, name, userId = name } }: WorldRequest) =>
      kind === "person" ? userId : null;
    const people = new Set(truth.flatMap((real) => calledOf(real) ?? []));
    expect(people.size).toBeGreaterThan(3);
    const leftApart = found.size - truth.length;
    for (const value of people) {
      const did = truth.filter((real) => calledOf(real) === value).length;
      const report = await ask.reportIdentity(LOCAL_VIEWER, { kind: "person", value });
      if (report?.kubernetes?.isShared === true) continue;
      const counted = countedOf(report);
      expect([value, counted >= did, counted <= did + leftApart]).toEqual([value, true, true]);
    }
  });

  it("shows with an attempt what was done with its token", async () => {
    const row = [...found.values()].find(
      ({ request, sessions }) => request.timeMs < NOW - HOUR && sessions.length === 1,
    );
    const id = row?.sessions[0]?.attemptId ?? "";
    const done = await ask.requestsOfAttempt(LOCAL_VIEWER, { id });
    expect(done?.unread).toBeNull();
    expect(done?.requests.map((request) => request.id)).toContain(row?.request.id);
    expect(done?.use?.clientIps).toContain(row?.request.clientIp);
    expect(await ask.requestsOfAttempt(LOCAL_VIEWER, { id: "nobody's" })).toBeNull();
  });
});
