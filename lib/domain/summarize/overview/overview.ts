import type { ReasonCode } from "../../explain/reasons/registry";
import type { EpochMs, TimeRange } from "../../time/time-range";
import type { ClusterSummary } from "../clusters/cluster-report";
import type { ConfigurationChange } from "../configuration/configuration-change";
import type { DenialBurst } from "./denial-burst";

/** Granted and denied, those of nodes and AWS left out. */
export interface Outcomes {
  readonly granted: number;
  readonly denied: number;
}

/** One bar of a plot. */
export interface OutcomeBar extends Outcomes {
  readonly startMs: EpochMs;
}

/** A cluster at a glance. */
export interface ClusterGlance {
  readonly summary: ClusterSummary;
  readonly people: number;
  readonly sessions: number;
  readonly now: Outcomes;
  /** Of the same hours some days before; null = they were not read whole. */
  readonly before: Outcomes | null;
  readonly bars: readonly OutcomeBar[];
}

export const NEWCOMER_KINDS = ["person", "role", "username", "group"] as const;
export type NewcomerKind = (typeof NEWCOMER_KINDS)[number];

/** Somebody, or something, seen for the first time: nowhere before, or not at these clusters. */
export interface Newcomer extends Outcomes {
  readonly kind: NewcomerKind;
  readonly value: string;
  /** Where it is new, the first first. */
  readonly clusters: readonly string[];
  readonly firstMs: EpochMs;
}

/** A reason for which nobody was denied before. */
export interface NewReason {
  /** null = a text of no version that is known. */
  readonly code: ReasonCode | null;
  /** The reason in words; "" = it has none. */
  readonly title: string;
  /** One of the authenticator's texts. */
  readonly error: string;
  readonly clusters: readonly string[];
  readonly denied: number;
  readonly firstMs: EpochMs;
}

/** A change of who may come in, and where. */
export interface ClusterChange
  extends Pick<ConfigurationChange, "kind" | "part" | "key" | "timeMs" | "isTimeKnown" | "by" | "origin"> {
  readonly cluster: string;
}

/** What a window has that was not there before. */
export interface News {
  /** The oldest that is compared with; null = nothing older than the window was read, so nothing can be called new. */
  readonly sinceMs: EpochMs | null;
  /** Clusters of which nothing older was read: who came there is not called new. */
  readonly clustersWithoutPast: readonly string[];
  /** Seen nowhere before. */
  readonly first: readonly Newcomer[];
  /** People seen before, but not at these clusters. */
  readonly reached: readonly Newcomer[];
  readonly reasons: readonly NewReason[];
  /** Newest first. */
  readonly changes: readonly ClusterChange[];
}

/** All clusters for a window of time up to now: what is wrong, why many are denied, what is new. */
export interface Overview {
  readonly nowMs: EpochMs;
  /** Its start is a whole hour. */
  readonly range: TimeRange;
  readonly barMs: number;
  /** How many days before the window it is compared with lies. */
  readonly daysBefore: number;
  readonly people: number;
  readonly sessions: number;
  /** Those that cannot be read first, then those with bursts, then by name. */
  readonly clusters: readonly ClusterGlance[];
  /** Newest first. */
  readonly bursts: readonly DenialBurst[];
  readonly news: News;
}
