import { setMaxListeners } from "node:events";
import { DAY_MS } from "@/lib/domain/time/durations";
import { createRequestBudgets } from "@/lib/ingest/budgets/create-request-budgets";
import type { AuditLogs } from "@/lib/ports/audit-logs";
import type { Clock } from "@/lib/ports/clock";
import type { ConfigurationStore } from "@/lib/ports/configuration-store";
import type { EventHistories } from "@/lib/ports/event-history";
import type { EventSource } from "@/lib/ports/event-source";
import type { UserDirectories } from "@/lib/ports/user-directory";
import { classifyFailure } from "@/lib/sources/aws/classify-failure";
import { type ConfigurationReadings, createConfigurationReadings } from "./connection/configuration-readings";
import { type ConnectionNotes, createConnectionNotes } from "./connection/connection-notes";
import type { PlannedAccount } from "./connection/connection-context";
import { createAuditLogs } from "./connection/create-audit-logs";
import { createDirectories } from "./connection/create-directories";
import { createHistories } from "./connection/create-histories";
import { createShownNames } from "./connection/shown-names";
import { createTrailReach } from "./connection/trail-reach";
import { watchAccount } from "./connection/watch-account";
import type { AccountPlan, AwsPlan } from "./aws-plan";
import { trailRegionsOf } from "./aws-regions";

export interface AwsConnection {
  /** Resolves when everything was tried once. */
  readonly firstLook: Promise<void>;
  /** What cannot be reached just now, and what is gone. */
  readonly notes: ConnectionNotes;
  /** The event histories of the accounts that answer. */
  readonly histories: EventHistories;
  /** The audit logs of the clusters that were found. */
  readonly audits: AuditLogs;
  /** The identity stores that they can ask. */
  readonly directories: UserDirectories;
  /** How the configuration of clusters is read. */
  readonly configurations: ConfigurationReadings;
  /** Ends the looking for more. */
  stop(): void;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** Told of every source there is, as it is found, once or more often. */
  readonly onSource: (source: EventSource) => void;
  /** Told of a cluster's configuration as it is just now; absent = it is not read. */
  readonly onConfiguration?: ConfigurationStore["noteSeen"];
  /** Told of what is no problem of AWS's. */
  readonly onFailure: (error: unknown) => void;
  /** What was read before: ids of sources of log lines, with the clusters' shown names. */
  readonly readBefore?: ReadonlyMap<string, string>;
}

/**
 * Finds what the plan names, account by account and Region by Region, and goes on looking. Nothing that fails holds up
 * anything else: it is noted, and tried again.
 */
export function connectAws(plan: AwsPlan, options: ConnectionOptions): AwsConnection {
  const { clock, onSource, onFailure, readBefore = new Map<string, string>() } = options;
  const { onConfiguration = null } = options;
  const abort = new AbortController();
  setMaxListeners(0, abort.signal);
  const notes = createConnectionNotes();
  const budgets = createRequestBudgets({ clock, quotaShare: plan.quotaShare, classify: classifyFailure });
  const histories = createHistories(budgets);
  const audits = createAuditLogs();
  const directories = createDirectories(budgets);
  const configurations = createConfigurationReadings();
  const context = {
    clock,
    notes,
    onSource,
    onFailure,
    signal: abort.signal,
    trailReach: createTrailReach(),
    lookbackMs: plan.lookbackDays * DAY_MS,
    accounts: plan.accounts.flatMap(toPlanned),
    budgets,
    histories,
    audits,
    directories,
    configurations,
    onConfiguration,
    names: createShownNames(reservedNames(plan), readBefore),
    readBefore: (accountId: string, region: string) =>
      namesBelow(`authenticator-log/${accountId}/${region}/`, readBefore),
  };
  const looks = plan.accounts.map((account) => watchAccount(account, context));
  const firstLook = Promise.all(looks).then(() => undefined);
  return { notes, histories, directories, audits, configurations, firstLook, stop: () => abort.abort() };
}

function toPlanned({ id, roleArn, regions }: AccountPlan): PlannedAccount[] {
  const accountId = id ?? roleArn?.split(":")[4];
  const planned = trailRegionsOf(regions.map(({ region }) => region));
  return accountId === undefined ? [] : [{ accountId, regions: planned }];
}

function reservedNames({ accounts }: AwsPlan): ReadonlySet<string> {
  const named = accounts
    .flatMap(({ regions }) => regions)
    .flatMap(({ clusters }) => (clusters === "all" ? [] : clusters));
  return new Set(named.map(({ name, shownAs }) => shownAs ?? name));
}

function namesBelow(prefix: string, ids: ReadonlyMap<string, string>): string[] {
  return [...ids.keys()].filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
}
