import type { ExplainedReason } from "@/lib/domain/explain/explain-reason";
import type { ConfigurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import { callersMeant } from "@/lib/domain/explain/mapped/callers-meant";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { reasonOfPasted } from "@/lib/domain/explain/reasons/pasted-reason";
import { explainMappingDenial } from "@/lib/domain/explain/why-not-mapped/explain-mapping-denial";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { WhatIfReport } from "@/lib/domain/summarize/configuration/what-if-report";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { NO_REQUEST_FACETS } from "@/lib/domain/summarize/requests/request-filter";
import { type WhyNotIn, whyNotIn } from "@/lib/domain/summarize/questions/why-not-in/why-not-in";
import type { Counted, WhyNotInFacts } from "@/lib/domain/summarize/questions/why-not-in/why-not-in-facts";
import type { WhyNotInQuery } from "@/lib/domain/summarize/questions/why-not-in/why-not-in-query";
import type { Viewer } from "@/lib/ports/viewer";
import { configurationNow } from "../configuration/configuration-now";
import { explainAttempt } from "../attempts/explain-attempt";
import type { InvestigationContext } from "../investigation-context";
import { recentCallers } from "../identities/recent-callers";
import { answerWhatIf } from "../configuration/what-if";
import { whoMeant } from "../identities/who-meant";

/** Why somebody cannot get in to a cluster; null = no such cluster. */
export async function askWhyNotIn(
  viewer: Viewer,
  query: WhyNotInQuery,
  context: InvestigationContext,
): Promise<WhyNotIn | null> {
  const { cluster, who, range, message } = query;
  const { store, clock } = context;
  const at = await configurationNow(cluster, context);
  if (at === null) return null;
  const sources = await store.coverage();
  const seen = await recentCallers(cluster, context);
  const meant = await whoMeant(who, principalsMeant(who, at, seen), store);
  const seenAt = viewer.clusters === "all" ? [] : viewer.clusters;
  const all: AttemptFilter = { ...NO_FACETS, cluster: seenAt, range, noise: "show", ...meant };
  const atCluster: AttemptFilter = { ...all, cluster: [cluster] };
  const [granted, denied, nameless] = await Promise.all([
    newestOf({ ...atCluster, decision: ["granted"] }, context),
    newestOf({ ...atCluster, decision: ["denied"] }, context),
    namelessOf(query, context),
  ]);
  const here = await explain(laterOf(granted.newest, denied.newest), viewer, context);
  const elsewhere =
    here === null ? await explain((await newestOf(all, context)).newest, viewer, context) : null;
  const asked = here?.attempt.caller?.arn ?? who;
  const now = answerWhatIf({ who: asked, sessionName: null }, at, seen);
  const facts = { cluster, who, range, nowMs: clock.now(), sources, granted, denied, nameless };
  return whyNotIn({
    ...{ ...facts, here, elsewhere, now },
    reasonsNow: reasonsOf(now, at, { cluster, sources }),
    refused: await refusedOf(query, here, context),
    message: message === null ? null : reasonOfPasted(message),
  });
}

/** Roles and users of that name, as mappings and those who came name them. */
function principalsMeant(who: string, at: ConfigurationAt, seen: readonly SeenCaller[]) {
  const callers = callersMeant(who, null, { seen, configuration: at.known });
  return callers.map(({ canonicalArn: value }) => ({
    kind: value.includes(":user/") ? ("user" as const) : ("role" as const),
    value,
  }));
}

async function newestOf(
  filter: AttemptFilter,
  { store }: InvestigationContext,
): Promise<Counted<TracedAttempt>> {
  const { rows, total } = await store.search({ filter, cursor: null, limit: 1 });
  return { total, newest: rows[0] ?? null };
}

/** Enough to find the newest that names nobody among those of whom no more is known. */
const LOOKED_AT = 100;

/** Denials in which STS named nobody: how many of the newest, and the newest. */
async function namelessOf(
  { cluster, range }: WhyNotInQuery,
  { store }: InvestigationContext,
): Promise<Counted<TracedAttempt>> {
  const facets = { ...NO_FACETS, cluster: [cluster], decision: ["denied"], class: ["unknown"] } as const;
  const filter: AttemptFilter = { ...facets, range, text: "", noise: "show" };
  const { rows } = await store.search({ filter, cursor: null, limit: LOOKED_AT });
  const nameless = rows.filter(({ caller }) => caller === null);
  return { total: nameless.length, newest: nameless[0] ?? null };
}

function laterOf(a: TracedAttempt | null, b: TracedAttempt | null): TracedAttempt | null {
  if (a === null || b === null) return a ?? b;
  return a.timeMs > b.timeMs ? a : b;
}

async function explain(
  attempt: TracedAttempt | null,
  viewer: Viewer,
  context: InvestigationContext,
): Promise<AttemptDetail | null> {
  return attempt === null ? null : explainAttempt(viewer, { id: attempt.id }, context);
}

/** Why the first who may be meant would be turned away just now. */
function reasonsOf(
  now: WhatIfReport,
  at: ConfigurationAt,
  { cluster, sources }: { readonly cluster: string; readonly sources: readonly StoredCoverage[] },
): ExplainedReason[] {
  const first = now.answers.find(({ decision }) => decision.outcome === "denied");
  if (first === undefined || first.decision.outcome !== "denied") return [];
  const region = sources.find((one) => one.cluster === cluster && one.region !== "")?.region ?? null;
  const who = { cluster, region, principalArn: first.caller.canonicalArn, isPathKnown: false };
  const code = reasonOfDenial(first.decision.error) ?? "not-mapped";
  const denial = { caller: first.caller, known: at.known, awsAuthText: at.awsAuthText, who };
  return explainMappingDenial(code, denial).map(({ explained }) => explained);
}

const REFUSED_SHOWN = 3;

/** What Kubernetes refused to the one who came in, by his username. */
async function refusedOf(
  { cluster, range }: WhyNotInQuery,
  here: AttemptDetail | null,
  { store }: InvestigationContext,
): Promise<WhyNotInFacts["refused"]> {
  const username = here?.attempt.kubernetes?.username ?? "";
  if (username === "") return { total: 0, rows: [] };
  const facets = {
    ...NO_REQUEST_FACETS,
    cluster: [cluster],
    username: [username],
    outcome: ["denied"],
  } as const;
  const query = { filter: { ...facets, range, text: "" }, cursor: null, limit: REFUSED_SHOWN };
  return store.searchRequests(query);
}
