import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Clock } from "@/lib/ports/clock";
import type { ConfigurationStore } from "@/lib/ports/configuration-store";
import type { EventSource } from "@/lib/ports/event-source";
import type { RequestBudgets } from "@/lib/ports/request-budget";
import type { AwsClients } from "../aws-clients";
import type { ConfigurationReadings } from "./configuration-readings";
import type { ConnectionNotes } from "./connection-notes";
import type { ConnectedAuditLogs } from "./create-audit-logs";
import type { ConnectedDirectories } from "./create-directories";
import type { ConnectedHistories } from "./create-histories";
import type { ShownNames } from "./shown-names";
import type { TrailReach } from "./trail-reach";

/** An account of the plan whose id is known. */
export interface PlannedAccount {
  readonly accountId: string;
  readonly regions: readonly string[];
}

/** What all parts of one connection share. */
export interface ConnectionContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly budgets: RequestBudgets;
  readonly notes: ConnectionNotes;
  readonly names: ShownNames;
  /** Told of every source that can be tried, once or more often. */
  readonly onSource: (source: EventSource) => void;
  /** What trails hold, the event history is asked for the last hours of only. */
  readonly trailReach: TrailReach;
  /** What can be asked for single things. */
  readonly histories: ConnectedHistories;
  /** Whose audit log can be asked for single sessions. */
  readonly audits: ConnectedAuditLogs;
  /** What can be asked who people are. */
  readonly directories: ConnectedDirectories;
  /** How the configuration of clusters is read. */
  readonly configurations: ConfigurationReadings;
  /** Told of a cluster's configuration as it is just now; null = it is not read. */
  readonly onConfiguration: ConfigurationStore["noteSeen"] | null;
  /** How far back the first reading goes. */
  readonly lookbackMs: number;
  /** All accounts of the plan, with the Regions their STS calls are recorded in. */
  readonly accounts: readonly PlannedAccount[];
  /** Clusters of this account and Region that were read before, by name: they may be gone from EKS since. */
  readonly readBefore: (accountId: string, region: string) => readonly string[];
  readonly onFailure: (error: unknown) => void;
}

/** An account that answers. */
export interface ConnectedAccount {
  readonly accountId: string;
  readonly clients: AwsClients;
}

/** A row of the coverage for what cannot even be asked which sources it has. */
export function noteOf(
  id: string,
  label: string,
  place: { readonly accountId: string | null; readonly region: string },
  problem: SourceProblem,
) {
  return {
    id: `connection/${id}`,
    kind: "connection",
    label,
    cluster: null,
    state: "failed",
    problem,
    ...place,
  } as const;
}
