import type { EpochMs } from "../../time/time-range";

/** What an identity changed, was denied, or opened into a pod: counted by day, and kept longer than the requests themselves. */
export interface KubernetesUse {
  /** Days of UTC on which it did. */
  readonly days: number;
  /** Those of most requests first; at least one. */
  readonly clusters: readonly ClusterUse[];
  /** Others are behind the same role and session name too: some of it may be theirs. */
  readonly isShared: boolean;
  /** Chosen by clients; those of most days first. */
  readonly userAgents: readonly string[];
  /** As the API servers saw them, those of the latest day first. */
  readonly addresses: readonly ClientAddress[];
}

/** The use of one cluster. */
export interface ClusterUse {
  readonly cluster: string;
  readonly days: number;
  /** Allowed; streams into pods are counted apart. */
  readonly writes: number;
  readonly denials: number;
  readonly streams: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
}

/** Where a client was. */
export interface ClientAddress {
  readonly address: string;
  readonly days: number;
  /** The start of the latest day it was seen, UTC. */
  readonly lastDayMs: EpochMs;
}

/** All clusters together. */
export function totalUse({ clusters }: KubernetesUse): Omit<ClusterUse, "cluster" | "days"> {
  const sum = (count: "writes" | "denials" | "streams") =>
    clusters.reduce((total, cluster) => total + cluster[count], 0);
  return {
    writes: sum("writes"),
    denials: sum("denials"),
    streams: sum("streams"),
    firstMs: Math.min(...clusters.map(({ firstMs }) => firstMs)),
    lastMs: Math.max(...clusters.map(({ lastMs }) => lastMs)),
  };
}
