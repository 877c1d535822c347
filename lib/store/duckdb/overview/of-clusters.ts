import type { Viewer } from "@/lib/ports/viewer";
import type { Params } from "../sql-values";

/** That a row is of one of these clusters, as a condition on `cluster_id`, with what it binds. */
export function ofClusters(clusters: Viewer["clusters"]): {
  readonly condition: string;
  readonly params: Params;
} {
  if (clusters === "all") return { condition: "true", params: {} };
  const condition = "cluster_id IN (SELECT id FROM cluster WHERE name IN (SELECT unnest($clusters)))";
  return { condition, params: { clusters } };
}
