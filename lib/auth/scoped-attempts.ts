import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { RequestDetail } from "@/lib/domain/summarize/requests/request-page";
import type { Answer, Asked, Question, Scope } from "./access-rule";

/** Questions that name one attempt. */
type OfAttempt = { [Q in Question]: Asked<Q> extends { readonly id: string } ? Q : never }[Question];
/** Questions that name one cluster. */
type OfCluster = { [Q in Question]: Asked<Q> extends { readonly cluster: string } ? Q : never }[Question];

/** As if the attempt was not there, where its cluster may not be seen. */
export async function scopedToAttempt<Q extends Exclude<OfAttempt, "explainRequest">>(
  query: Asked<Q>,
  { ask, lookup, clusters }: Scope<Q>,
): Promise<Answer<Q> | null> {
  const { id } = query as { readonly id: string };
  const attempt = await lookup.find(id);
  return attempt !== null && clusters.includes(attempt.cluster) ? ask(query) : null;
}

/** As if the cluster was not there, where it may not be seen. */
export async function scopedToCluster<Q extends OfCluster>(
  query: Asked<Q>,
  { ask, clusters }: Scope<Q>,
): Promise<Answer<Q> | null> {
  const { cluster } = query as { readonly cluster: string };
  return clusters.includes(cluster) ? ask(query) : null;
}

export async function scopedChains(
  { ids, range }: Asked<"traceChains">,
  { ask, lookup, clusters }: Scope<"traceChains">,
): Promise<AttemptChain[]> {
  const attempts = await lookup.findAll(ids, range);
  const seen = attempts.filter(({ cluster }) => clusters.includes(cluster));
  return ask({ ids: seen.map(({ id }) => id), range });
}

export async function scopedRequest(
  query: Asked<"explainRequest">,
  { ask, lookup, clusters }: Scope<"explainRequest">,
): Promise<RequestDetail | null> {
  const request = await lookup.findRequest(query.id);
  return request !== null && clusters.includes(request.cluster) ? ask(query) : null;
}
