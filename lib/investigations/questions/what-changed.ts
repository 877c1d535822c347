import { callerOfAttempt } from "@/lib/domain/explain/mapped/caller-of-attempt";
import { findCulprit } from "@/lib/domain/explain/mapped/find-culprit";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { reasonOf } from "@/lib/domain/explain/reasons/registry";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { DenialRun, NamelessDenials } from "@/lib/domain/summarize/questions/what-changed/denial-run";
import { type WhatChanged, whatChanged } from "@/lib/domain/summarize/questions/what-changed/what-changed";
import type { WhatChangedQuery } from "@/lib/domain/summarize/questions/what-changed/what-changed-query";
import { whyLogSilent } from "@/lib/domain/summarize/questions/why-log-silent";
import { roleNameOf } from "@/lib/domain/identity/principal";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import { changesOf } from "../configuration/changes-of";
import type { InvestigationContext } from "../investigation-context";
import { type ReadConfiguration, readConfiguration } from "../configuration/read-configuration";
import { recentCallers } from "../identities/recent-callers";
import { whoMeant } from "../identities/who-meant";

/** Roles and users that are looked at, each with some questions to the store. */
const MOST_RUNS = 10;
const MOST_NAMELESS = 200;
/** Where no more were denied, they are had at once. */
const MOST_ROWS = 500;

/** What changed at a cluster before denials began; null = no such cluster. */
export async function askWhatChanged(
  _viewer: Viewer,
  { cluster, who, range }: WhatChangedQuery,
  context: InvestigationContext,
): Promise<WhatChanged | null> {
  const { store } = context;
  const sources = await store.coverage();
  if (!sources.some((source) => source.cluster === cluster)) return null;
  const read = await readConfiguration(cluster, sources, context);
  const meant = who === null ? { identity: null, text: "" } : await whoMeant(who, [], store);
  const filter: AttemptFilter = { ...NO_FACETS, range, cluster: [cluster], noise: "show", ...meant };
  const denied = { ...filter, decision: ["denied"] } as const;
  const { facets } = await store.countFacets(denied, MOST_RUNS);
  const newestDenied = await store.search({ filter: denied, cursor: null, limit: MOST_ROWS });
  const { rows } = newestDenied;
  const asked = { filter, read, context, denied: rows.length === newestDenied.total ? rows : null };
  const names = facets.role.values.map(({ value }) => value).filter((name) => name !== "");
  const runs = await Promise.all(names.map((name) => runOf(name, asked)));
  const logs = { cluster, range };
  return whatChanged({
    ...{ cluster, who },
    changes: await changesOf(read, await recentCallers(cluster, context), context),
    runs: runs.filter((run) => run !== null),
    moreRuns: Math.max(0, facets.role.distinct - facets.role.values.length),
    nameless: who === null ? await namelessOf(denied, context) : [],
    unread: [
      ...whyLogSilent({ ...logs, kind: "authenticator-log", name: "authenticator log" }, sources),
      ...whyLogSilent(
        { ...logs, kind: "request-log", name: "audit log, which tells of changes of aws-auth," },
        sources,
      ),
    ],
  });
}

interface RunAsked {
  readonly filter: AttemptFilter;
  /** All denials of the filter, newest first; null = there are too many to have them at once. */
  readonly denied: readonly TracedAttempt[] | null;
  readonly read: ReadConfiguration;
  readonly context: InvestigationContext;
}

/** The newest run of denials of a role or user; each question to the store has one row for an answer. */
async function runOf(name: string, asked: RunAsked): Promise<DenialRun | null> {
  const { from, to } = asked.filter.range;
  const all = asked.denied?.filter(({ caller }) => roleNameOf(caller?.canonicalArn ?? "") === name) ?? null;
  const last = all === null ? await newest(name, asked, { decision: ["denied"] }) : (all[0] ?? null);
  if (last === null) return null;
  const granted = (range: TimeRange) => newest(name, asked, { decision: ["granted"], range });
  const [before, after] = await Promise.all([
    granted({ from, to: last.timeMs }),
    granted({ from: last.timeMs, to }),
  ]);
  const sinceMs = before?.timeMs ?? from;
  const own = all?.filter(({ timeMs }) => timeMs >= sinceMs) ?? null;
  const { first, total } =
    own === null
      ? await oldest(name, asked, { from: sinceMs, to: last.timeMs + 1 })
      : { first: own.at(-1) ?? null, total: own.length };
  const start = first ?? last;
  return { name, denials: total, first: start, last, before, after, ...whyOf(start, asked.read) };
}

type Narrowed = Partial<Pick<AttemptFilter, "decision" | "range">>;

async function newest(
  name: string,
  { filter, context }: RunAsked,
  narrowed: Narrowed,
): Promise<TracedAttempt | null> {
  const own = { ...filter, ...narrowed, role: [name] };
  if (own.range.from >= own.range.to) return null;
  const { rows } = await context.store.search({ filter: own, cursor: null, limit: 1 });
  return rows[0] ?? null;
}

async function oldest(
  name: string,
  { filter, context: { store } }: RunAsked,
  range: TimeRange,
): Promise<{ readonly first: TracedAttempt | null; readonly total: number }> {
  const own: AttemptFilter = { ...filter, decision: ["denied"], role: [name], range };
  const { total } = await store.search({ filter: own, cursor: null, limit: 1 });
  if (total === 0) return { first: null, total };
  const { rows } = await store.search({ filter: own, cursor: null, position: total - 1, limit: 1 });
  return { first: rows[0] ?? null, total };
}

function whyOf(attempt: TracedAttempt, { history, watched }: ReadConfiguration) {
  const caller = callerOfAttempt(attempt);
  const code = reasonOfDenial(attempt.error ?? "");
  return {
    culprit: caller === null ? null : findCulprit(caller, history, attempt.timeMs, watched),
    reason: code === null ? null : { code, title: reasonOf(code).title },
  };
}

/** Of the newest denials, those in which STS named nobody. */
async function namelessOf(
  denied: AttemptFilter,
  { store }: InvestigationContext,
): Promise<NamelessDenials[]> {
  const filter: AttemptFilter = { ...denied, class: ["unknown"] };
  const { rows } = await store.search({ filter, cursor: null, limit: MOST_NAMELESS });
  const groups = new Map<string, NamelessDenials>();
  for (const attempt of rows.filter(({ caller }) => caller === null)) {
    const code = reasonOfDenial(attempt.error ?? "");
    const known = groups.get(code ?? "");
    const title = code === null ? (attempt.error ?? "") : reasonOf(code).title;
    groups.set(
      code ?? "",
      known ? { ...known, count: known.count + 1 } : { code, title, count: 1, newest: attempt },
    );
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
