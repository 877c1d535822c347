import {
  createLoader,
  createSerializer,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CLUSTER_STATES, type ClusterState } from "@/lib/domain/summarize/clusters/cluster-report";

/** What of the clusters is shown; empty = all. */
export interface ClusterListView {
  readonly q: string;
  readonly state: readonly ClusterState[];
}

const parameters = {
  q: parseAsString.withDefault(""),
  state: parseAsNativeArrayOf(parseAsStringLiteral(CLUSTER_STATES)),
};
const load = createLoader(parameters);
const serialize = createSerializer(parameters);

/** Reads the address gently: what cannot be read is left out. */
export function loadClusterListView(search: URLSearchParams): ClusterListView {
  return load(search);
}

/** `?…` or "". */
export function printClusterListView({ q, state }: ClusterListView): string {
  return serialize({ q: q.trim(), state: [...state] });
}
