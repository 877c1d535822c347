import { createHash } from "node:crypto";

/** A row as GetQueryResults gives it. */
export type InsightsRow = readonly { readonly field: string; readonly value: string }[];

export interface RunningQuery {
  readonly accountId: string;
  readonly group: string;
  readonly rows: readonly InsightsRow[];
  readonly statistics: Readonly<Record<string, number>>;
  /** How often its results were asked for. */
  asked: number;
  isCancelled: boolean;
}

/** The queries of all accounts, by id. */
export interface InsightsQueries {
  /** Gives the query's id. */
  add(query: RunningQuery): string;
  /** null: no such query. */
  find(id: string): RunningQuery | null;
  /** How many of an account are still scheduled or running. */
  running(accountId: string): number;
}

/** A query is scheduled when first asked for, then running with a part of its rows, then complete. */
const ASKED_UNTIL_COMPLETE = 3;

export function createInsightsQueries(): InsightsQueries {
  const queries = new Map<string, RunningQuery>();
  return {
    add(query) {
      const digest = createHash("sha256").update(`query/${queries.size}`).digest("hex");
      const id = digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
      queries.set(id, query);
      return id;
    },
    find: (id) => queries.get(id) ?? null,
    running: (accountId) =>
      [...queries.values()].filter((query) => query.accountId === accountId && isRunning(query)).length,
  };
}

export function isRunning({ isCancelled, asked }: RunningQuery): boolean {
  return !isCancelled && asked < ASKED_UNTIL_COMPLETE;
}

export function statusOf(query: RunningQuery): "Scheduled" | "Running" | "Complete" | "Cancelled" {
  if (query.isCancelled) return "Cancelled";
  if (!isRunning(query)) return "Complete";
  return query.asked <= 1 ? "Scheduled" : "Running";
}
