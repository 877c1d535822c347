import { afterEach, describe, expect, it } from "vitest";
import { rangeOfSpan, type RequestSpan } from "@/lib/domain/summarize/requests/asked-requests";
import { createRequestsOnDemand } from "@/lib/ingest/asked-requests/create-requests-on-demand";
import type { AuditQuestion } from "@/lib/ports/audit-logs";
import type { RequestsOnDemand } from "@/lib/ports/requests-on-demand";
import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Knobs } from "@/lib/sandbox/wire/cloud";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { settleRegions } from "./aws/aws-default-region";
import { planFromOptions } from "./aws/aws-plan";
import { connectAws } from "./aws/connect-aws";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAGE = { cursor: null, limit: 500 };

let sandbox: Sandbox | null = null;
const ending: AbortController[] = [];
afterEach(async () => {
  for (const one of ending.splice(0)) one.abort();
  await sandbox?.close();
  sandbox = null;
});

/** All that can be asked of the sandbox's audit logs. */
async function open(knobs: Knobs = {}, faults: FaultPlan = {}, nowMs = NOW): Promise<RequestsOnDemand> {
  const clock = createVirtualClock(nowMs);
  sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined, knobs, faults });
  Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  const plan = await settleRegions(planFromOptions({ clusters: [], region: null, profile: null }));
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const { audits, firstLook, stop } = connectAws(plan, { clock, onSource: () => undefined, onFailure });
  await firstLook;
  stop();
  const abort = new AbortController();
  ending.push(abort);
  return createRequestsOnDemand({ audits, clock, signal: abort.signal, onFailure });
}

function answerTo(asked: RequestsOnDemand, question: AuditQuestion) {
  asked.begin(question);
  return settled(asked, question);
}

async function settled(asked: RequestsOnDemand, question: AuditQuestion) {
  for (;;) {
    const standing = asked.standingOf(question, PAGE);
    if (!["waiting", "reading"].includes(standing.state)) return standing;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A person who deleted a namespace at prod, and all that the world's log tells of the key around it. */
function deed(span: RequestSpan) {
  const world = sandbox?.world;
  const deleted = world
    ?.requests({ from: NOW - 2 * DAY, to: NOW - HOUR })
    .find(
      ({ resource, cluster, origin }) =>
        resource === "namespaces" && cluster === "prod" && origin.name.includes("@"),
    );
  if (world === undefined || deleted === undefined)
    throw new Error("nobody deletes a namespace in this world");
  const { cluster, accessKeyId, username, callerArn, grantedMs } = deleted;
  const range = rangeOfSpan(span, grantedMs);
  const events = world
    .lines(cluster, range, NOW)
    .filter(
      ({ stream, timeMs }) =>
        stream.startsWith("kube-apiserver-audit-") && timeMs >= range.from && timeMs < range.to,
    )
    .map(({ message }) => JSON.parse(message))
    .filter(({ user }) => user.extra?.accessKeyId?.[0] === accessKeyId);
  const { uid, groups } = events[0].user;
  const mark = {
    caller: { accessKeyId, sessionName: callerArn.split("/").at(-1) ?? null },
    kubernetes: { username, uid, groups },
  };
  const ids = [...new Set(events.map(({ auditID }): string => auditID))];
  return { question: { cluster, mark, range } satisfies AuditQuestion, ids, deleted };
}

const sent = (action: string) => (sandbox?.requests() ?? []).filter((note) => note.action === action);

describe("all requests of a session, read when somebody asks", () => {
  it("are those of the log, allowed reads too; first and last are told", async () => {
    const asked = await open();
    const { question, ids, deleted } = deed("15m");
    expect(asked.standingOf(question, PAGE).state).toBe("not-asked");
    const answer = await answerTo(asked, question);
    expect(answer).toMatchObject({
      state: "done",
      problem: null,
      notes: [],
      total: ids.length,
      writes: 1,
      next: null,
    });
    expect(answer.rows.map(({ auditId }) => auditId).sort()).toEqual(ids.sort());
    expect(answer.reads).toBeGreaterThan(1);
    expect(answer.first).toMatchObject({
      verb: "list",
      object: { resource: "pods", namespace: deleted.name },
    });
    expect(answer.last?.object?.resource).toBe("namespaces");
    expect(answer.counts).toContainEqual({ verb: "delete", what: "namespaces", count: 1, denied: 0 });
    expect(answer.clientIps).toEqual([expect.stringMatching(/^203\.0\.113\./)]);
  });

  it("are asked of AWS once, by a pattern that names the session", async () => {
    const asked = await open();
    const { question } = deed("5m");
    const first = await answerTo(asked, question);
    expect(await answerTo(asked, question)).toEqual(first);
    const inputs = sent("FilterLogEvents").map(({ input }) => input);
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({
      logStreamNamePrefix: "kube-apiserver-audit-",
      filterPattern: expect.stringContaining(`"${question.mark.caller.accessKeyId}"`),
      startTime: question.range.from,
    });
    expect(first.command).toContain(`--filter-pattern '${inputs[0]?.filterPattern}'`);
  });

  it("come page by page, over empty pages too", async () => {
    const asked = await open({ emptyPages: 3 });
    const { question, ids } = deed("60m");
    const whole = await answerTo(asked, question);
    expect(whole.pages).toBeGreaterThan(3);
    const rows = [];
    let cursor: string | null = null;
    do {
      const page = asked.standingOf(question, { cursor, limit: 2 });
      rows.push(...page.rows);
      cursor = page.next;
    } while (cursor !== null);
    expect(rows).toEqual(whole.rows);
    expect(new Set(rows.map(({ auditId }) => auditId)).size).toBe(ids.length);
    expect(() => asked.standingOf(question, { cursor: "no such", limit: 2 })).toThrow(/former page/);
  });

  it("are the same by query, where the log group allows no other way, and that is said", async () => {
    const asked = await open({ infrequentAccess: ["prod"] });
    const { question, ids } = deed("15m");
    const answer = await answerTo(asked, question);
    expect(answer).toMatchObject({ state: "done", total: ids.length, command: null });
    expect(answer.notes).toEqual([expect.stringContaining("which AWS bills by what it scans")]);
  });

  it("are of nobody else, where no key is printed and names are hostile", async () => {
    const asked = await open();
    const { question } = deed("15m");
    const kubernetes = { ...question.mark.kubernetes, username: `"} || {$.user.uid = "*"` };
    const mark = { caller: { accessKeyId: null, sessionName: 'x" || "' }, kubernetes };
    const answer = await answerTo(asked, { ...question, mark });
    expect(answer).toMatchObject({ state: "done", total: 0 });
    expect(sent("FilterLogEvents")[0]?.input.filterPattern).not.toContain("||");
  });
});

describe("an audit log that cannot be asked, or not for all", () => {
  it.each([
    ["access is denied", { denied: ["logs:FilterLogEvents"] }, "forbidden", /Allow logs:FilterLogEvents/],
    [
      "the log group is gone",
      { absentLogGroups: ["prod"] },
      "log-group-absent",
      /no log group \/aws\/eks\/prod\/cluster/,
    ],
    ["audit logging is off", { auditLogOff: ["prod"] }, "log-type-off", /Audit logging is off at prod/],
  ])("%s", async (_, knobs, code, words) => {
    const answer = await answerTo(await open(knobs), deed("15m").question);
    expect(answer).toMatchObject({ state: "failed", total: 0, problem: { code } });
    expect(`${answer.problem?.message} ${answer.problem?.remedy}`).toMatch(words);
  });

  it("throttling slows it down, and ends nothing", async () => {
    const calls = [{ kind: "throttled", actions: ["logs:FilterLogEvents"], share: 0.5 }] as const;
    const asked = await open({ emptyPages: 12 }, { calls });
    const { question, ids } = deed("15m");
    const answer = await answerTo(asked, question);
    expect(answer).toMatchObject({ state: "done", total: ids.length });
    expect(answer.pages).toBeGreaterThan(12);
    // Some were refused, and asked again.
    expect(sent("FilterLogEvents").length).toBeGreaterThan(answer.pages + 2);
  });

  it("retention that is shorter than the time is said, and what is left is read", async () => {
    const asked = await open({ retentionDays: 1 });
    const { question } = deed("60m");
    const range = { from: NOW - 30 * HOUR, to: NOW - HOUR };
    const { notes } = await answerTo(asked, { ...question, range });
    expect(notes).toEqual([
      "The log group keeps its lines for 1 day: of before 2026-11-19 12:00 UTC nothing can be told.",
    ]);
  });

  it("a cluster that is not connected is said to be, and nothing is sent", async () => {
    const asked = await open();
    const question = { ...deed("15m").question, cluster: "imported" };
    const before = sent("FilterLogEvents").length;
    expect(await answerTo(asked, question)).toMatchObject({
      state: "not-possible",
      problem: { message: expect.stringContaining("No audit log of imported can be asked") },
    });
    expect(sent("FilterLogEvents")).toHaveLength(before);
  });

  it("is given up when somebody says so, also while others are read; what was read stays; and can be asked anew", async () => {
    const asked = await open({ emptyPages: 400 });
    const { question } = deed("15m");
    const questions = ["5m", "15m", "60m"].map((span) => ({
      ...question,
      range: rangeOfSpan(span as RequestSpan, question.range.from),
    }));
    for (const one of questions) asked.begin(one);
    const last = questions[2] ?? question;
    expect(asked.standingOf(last, PAGE).state).toBe("waiting");
    asked.stop(last);
    expect(asked.standingOf(last, PAGE).state).toBe("stopped");
    for (const one of questions) asked.stop(one);
    for (const one of questions) expect((await settled(asked, one)).state).toBe("stopped");
    asked.begin(question);
    expect(asked.standingOf(question, PAGE).state).toBe("reading");
    asked.stop(question);
    await settled(asked, question);
  });
});
