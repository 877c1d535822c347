import { CLOCKS_MS, LET_IN_MS } from "@/lib/domain/correlate/request-sessions";
import { toAuditWords } from "@/lib/domain/explain/questions/who-did-this/audit-words";
import { NO_FACETS, type AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { NO_REQUEST_FACETS, type RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type { TracedRequest } from "@/lib/domain/summarize/requests/request-page";
import { LONGEST_DAYS } from "@/lib/domain/summarize/questions/who-did-this/near-questions";
import { type WhoDidThis, whoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import type { WhoDidThisFacts } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-facts";
import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import { gatherBehind } from "@/lib/domain/summarize/questions/who-is-behind/gather-behind";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { searchRequests } from "../requests/search-requests";
import { whyLogsSilent } from "../coverage/why-logs-silent";

const SHOWN = 50;
const ALSO_SHOWN = 5;
const VERBS_NAMED = 8;
/** More are counted only. */
const MOST_HOLDERS = 200;
const LET_IN_SHOWN = 8;

/** Who did something in a cluster, as far as requests are kept; null = no such cluster. */
export async function askWhoDidThis(
  viewer: Viewer,
  query: WhoDidThisQuery,
  context: InvestigationContext,
): Promise<WhoDidThis | null> {
  const { cluster } = query;
  const sources = await context.store.coverage();
  if (cluster !== null && !sources.some((source) => source.cluster === cluster)) return null;
  const log = { kind: "request-log", name: "audit log", range: query.range, cluster } as const;
  const region = sources.find((one) => one.cluster === cluster && one.region !== "")?.region ?? null;
  const find = (filter: RequestFilter, limit: number) =>
    searchRequests(viewer, { filter, cursor: null, limit }, context);
  const { rows, total } = await find(filterOf(query), SHOWN);
  const near = total > 0 ? FOUND : await nearTo(query, context);
  const also = (await Promise.all(wholesOf(query).map((filter) => find(filter, ALSO_SHOWN)))).flatMap(
    (page): readonly TracedRequest[] => page.rows,
  );
  return whoDidThis({ query, rows, total, also, ...near, region, unread: whyLogsSilent(log, sources) });
}

function filterOf({ namespace, name, username, cluster, range, ...asked }: WhoDidThisQuery): RequestFilter {
  const { verb, resource, subresource } = toAuditWords(asked.verb, asked.resource);
  return {
    ...{ ...NO_REQUEST_FACETS, range, verb, resource },
    namespace: listed(namespace),
    name: listed(name),
    username: listed(username),
    cluster: listed(cluster),
    subresource: listed(subresource),
    text: "",
  };
}

function listed(value: string | null): string[] {
  return value === null ? [] : [value];
}

/** What deletes an object without naming it: its collection, and its namespace. */
function wholesOf(query: WhoDidThisQuery): RequestFilter[] {
  const filter = filterOf(query);
  const { namespace, name } = query;
  if (!filter.verb.includes("delete") || filter.resource.includes("namespaces")) return [];
  const collections = name === null ? [] : [{ ...filter, verb: ["deletecollection"], name: [] }];
  const spaces =
    namespace === null ? [] : [{ ...filter, resource: ["namespaces"], namespace: [], name: [namespace] }];
  return [...collections, ...spaces];
}

type Near = Pick<WhoDidThisFacts, "verbs" | "anyName" | "anyTime" | "letIn" | "moreLetIn">;

const FOUND: Near = { verbs: [], anyName: 0, anyTime: 0, letIn: [], moreLetIn: 0 };

/** What else is kept, and who had been let in meanwhile. */
async function nearTo(query: WhoDidThisQuery, { store, clock }: InvestigationContext): Promise<Near> {
  const filter = filterOf(query);
  const { range } = query;
  const count = async (some: RequestFilter) =>
    (await store.searchRequests({ filter: some, cursor: null, limit: 1 })).total;
  const longest = { from: Math.min(range.from, clock.now() - LONGEST_DAYS * DAY_MS), to: clock.now() };
  const [facets, anyName, anyTime, holders] = await Promise.all([
    store.countRequestFacets({ ...filter, subresource: [] }, VERBS_NAMED),
    query.name === null ? 0 : count({ ...filter, name: [] }),
    count({ ...filter, range: longest }),
    store.holdersOf(letInBy(query), MOST_HOLDERS),
  ]);
  const all = gatherBehind(holders.rows);
  const letIn = all.slice(0, LET_IN_SHOWN);
  const moreLetIn = all.length - letIn.length + Math.max(0, holders.total - holders.rows.length);
  return { verbs: facets.verb.values, anyName, anyTime, letIn, moreLetIn };
}

/** A token lets in for a while after it was checked. */
function letInBy({ range, cluster, username }: WhoDidThisQuery): AttemptFilter {
  const within = { from: range.from - LET_IN_MS, to: range.to + CLOCKS_MS };
  const facets = { ...NO_FACETS, cluster: listed(cluster), username: listed(username) };
  return { ...facets, decision: ["granted"], range: within, text: "", noise: "fold" };
}
