import type { WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import { NotAllowed } from "@/lib/ports/not-allowed";
import type { Scope } from "./access-rule";

/** Asked of one cluster that may be seen; of all, only where that is one. */
export async function scopedWhoDidThis(
  query: WhoDidThisQuery,
  { ask, clusters }: Scope<"whoDidThis">,
): Promise<WhoDidThis | null> {
  const cluster = query.cluster ?? (clusters.length === 1 ? (clusters[0] ?? null) : null);
  if (cluster === null)
    throw new NotAllowed("cluster", "You may see some clusters only: say at which of them it was.");
  return clusters.includes(cluster) ? ask({ ...query, cluster }) : null;
}
