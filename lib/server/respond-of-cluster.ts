import { unknownClusterMessage } from "@/lib/domain/summarize/clusters/unknown-cluster";
import { currentViewer } from "./access/current-viewer";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import type { Endpoint } from "./api/endpoint";
import { getInvestigations } from "./get-investigations";
import { NotThere, respondJson } from "./http-errors";

/** The part of a route's address that names a cluster. */
export interface OfCluster {
  readonly params: Promise<{ readonly name: string }>;
}

/** Answers about one cluster; a name that is none's is told with those that are there. */
export function respondOfCluster<T>(
  endpoint: Endpoint<T>,
  { params }: OfCluster,
  ask: (cluster: string) => Promise<T | null>,
): Promise<Response> {
  return respondJson(endpoint, async () => {
    const cluster = readPathName((await params).name);
    const answer = await ask(cluster);
    if (answer !== null) return answer;
    const { clusters } = await getInvestigations().reportCoverage(currentViewer(), {});
    throw new NotThere(unknownClusterMessage(cluster, clusters));
  });
}
