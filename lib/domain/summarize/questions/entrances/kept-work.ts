import type { EpochMs, TimeRange } from "../../../time/time-range";

/** Requests of one verb and resource that one identity made, of those that are kept. */
export interface WorkRow {
  readonly username: string;
  /** null: the audit log does not say. */
  readonly canonicalArn: string | null;
  readonly sessionName: string | null;
  readonly verb: string;
  /** With its subresource: `pods/exec`; "" = a path that is no resource. */
  readonly resource: string;
  /** Refused by Kubernetes, of `count`. */
  readonly denied: number;
  readonly count: number;
  readonly lastMs: EpochMs;
}

export interface WorkAsked {
  readonly cluster: string;
  readonly range: TimeRange;
  readonly usernames: readonly string[];
  readonly limit: number;
}

/** What somebody did, as far as his requests are kept. */
export interface KeptWork {
  readonly requests: number;
  readonly denied: number;
  readonly lastMs: EpochMs;
  /** The most frequent. */
  readonly most: readonly { readonly verb: string; readonly resource: string; readonly count: number }[];
}

const MOST_NAMED = 4;

/** null: none is kept. */
export function toKeptWork(rows: readonly WorkRow[]): KeptWork | null {
  if (rows.length === 0) return null;
  const kinds = new Map<string, KeptWork["most"][number]>();
  for (const { verb, resource, count } of rows) {
    const key = JSON.stringify([verb, resource]);
    kinds.set(key, { verb, resource, count: (kinds.get(key)?.count ?? 0) + count });
  }
  return {
    requests: rows.reduce((sum, { count }) => sum + count, 0),
    denied: rows.reduce((sum, { denied }) => sum + denied, 0),
    lastMs: Math.max(...rows.map(({ lastMs }) => lastMs)),
    most: [...kinds.values()].sort((a, b) => b.count - a.count).slice(0, MOST_NAMED),
  };
}
