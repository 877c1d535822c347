import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardInvestigations } from "@/lib/auth/guard-investigations";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { NO_REQUEST_FACETS } from "@/lib/domain/summarize/requests/request-filter";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { Investigations } from "@/lib/ports/investigations";
import { NotAllowed } from "@/lib/ports/not-allowed";
import { LOCAL_VIEWER, type Viewer } from "@/lib/ports/viewer";
import { everyQuery } from "@/lib/testing/every-query";
import { readSandbox, type SandboxRead } from "@/lib/testing/read-sandbox";
import { planFromOptions } from "../aws/aws-plan";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOURS = 2;
const RANGE = { from: NOW - HOURS * 3_600_000, to: NOW };
const PERSON: Viewer = { kind: "person", id: "i|1", name: "Alice", role: "admin", clusters: "all" };

let read: SandboxRead;
let open: Investigations;
let guarded: Investigations;
let attempts: readonly TracedAttempt[];
let queries: ReturnType<typeof everyQuery>;

beforeAll(async () => {
  const plan = () => planFromOptions({ clusters: [], region: null, profile: null });
  read = await readSandbox(plan, { nowMs: NOW, hours: HOURS, scale: 1 });
  const about = { version: "0", sample: true, startedMs: NOW };
  open = createInvestigations({ store: read.store, clock: read.clock, about });
  guarded = guardInvestigations(open, read.store);
  attempts = await allAttempts();
  const filter = { ...NO_REQUEST_FACETS, range: RANGE, text: "" };
  const { rows } = await open.searchRequests(LOCAL_VIEWER, { filter, cursor: null, limit: 500 });
  const clusters = read.clusters.slice(0, 2);
  queries = everyQuery({
    range: RANGE,
    attempts: clusters.flatMap((name) => attempts.filter(({ cluster }) => cluster === name).slice(0, 2)),
    requestIds: clusters.flatMap((name) =>
      rows.flatMap(({ request }) => (request.cluster === name ? [request.id] : [])).slice(0, 2),
    ),
    clusters,
    people: [...new Set(attempts.flatMap((attempt) => personOf(attempt)))].slice(0, 3),
  });
}, 120_000);

afterAll(() => read.close());

async function allAttempts(): Promise<TracedAttempt[]> {
  const filter = { ...NO_FACETS, range: RANGE, text: "", noise: "show" } as const;
  const found: TracedAttempt[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await open.searchAttempts(LOCAL_VIEWER, { filter, cursor, limit: 500 });
    found.push(...page.rows);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

function personOf({ origin }: TracedAttempt): string[] {
  return origin?.kind === "person" && origin.name !== null ? [origin.name] : [];
}

/** All that a viewer is told, by question and query; what he is refused is its error's need. */
async function askAll(viewer: Viewer): Promise<{ name: string; query: string; answer: string }[]> {
  const told: { name: string; query: string; answer: string }[] = [];
  for (const [name, asked] of Object.entries(queries))
    for (const query of asked) {
      const ask = guarded[name as keyof Investigations] as (v: Viewer, q: unknown) => Promise<unknown>;
      const answer = await ask(viewer, query).then(
        (value) => JSON.stringify(value),
        (error: unknown) => {
          if (error instanceof NotAllowed) return `refused: ${error.needs}`;
          throw error;
        },
      );
      told.push({ name, query: JSON.stringify(query), answer });
    }
  return told;
}

/** What only attempts of other clusters have. */
function marksOfOthers(own: string): Set<string> {
  const marksOf = (list: readonly TracedAttempt[]) =>
    list.flatMap((attempt) => [attempt.id, attempt.caller?.accessKeyId ?? "", ...personOf(attempt)]);
  const here = new Set(marksOf(attempts.filter(({ cluster }) => cluster === own)));
  const elsewhere = marksOf(attempts.filter(({ cluster }) => cluster !== own));
  return new Set(elsewhere.filter((mark) => mark !== "" && !here.has(mark)));
}

describe("every question", { timeout: 60_000 }, () => {
  it("is refused to who may nothing", async () => {
    const told = await askAll({ ...PERSON, role: null });
    expect(told.filter(({ answer }) => answer !== "refused: sign-in")).toEqual([]);
  });

  it("tells who sees one cluster nothing of the others", async () => {
    expect(read.clusters.length).toBeGreaterThan(1);
    for (const own of read.clusters.slice(0, 1)) {
      const others = read.clusters.filter((name) => name !== own);
      const names = new RegExp(`(?<![\\w-])(${others.join("|")})(?![\\w-])`);
      const marks = [...marksOfOthers(own)];
      expect(marks.length).toBeGreaterThan(10);
      const told = await askAll({ ...PERSON, clusters: [own] });
      const leaks = told.flatMap(({ name, query, answer }) => {
        const found = [names.exec(answer)?.[0], ...marks.filter((mark) => answer.includes(mark))];
        return found.flatMap((mark) =>
          mark === undefined || query.includes(mark) ? [] : [`${name}: ${mark} in ${around(answer, mark)}`],
        );
      });
      expect(leaks).toEqual([]);
      expect(told.filter(({ answer }) => answer.includes(own)).length).toBeGreaterThan(10);
    }
  });

  it("tells a viewer no key id, no e-mail address and no raw record", async () => {
    const told = await askAll({ ...PERSON, role: "viewer" });
    const keys = /(?:AKIA|ASIA)[A-Z0-9]{12,}/;
    const mails = /[a-z][\w.-]*@[\w-]+\.(?:com|org|net)\b/i;
    const leaks = told.flatMap(({ name, answer }) =>
      [keys, mails].flatMap((mark) => {
        const found = mark.exec(answer)?.[0];
        return found === undefined ? [] : [`${name}: ${found} in ${around(answer, found)}`];
      }),
    );
    expect(leaks).toEqual([]);
    expect(
      told.filter(({ name, answer }) => name === "explainAttempt" && /"text":"[^"]/.test(linesOf(answer))),
    ).toEqual([]);
    expect(told.filter(({ name, answer }) => name === "searchRaw" && answer !== "refused: auditor")).toEqual(
      [],
    );
  });
});

function linesOf(answer: string): string {
  const detail = JSON.parse(answer) as { lines: unknown; events: unknown } | null;
  return JSON.stringify([detail?.lines, detail?.events]);
}

function around(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return text.slice(Math.max(0, at - 80), at + mark.length + 20);
}
