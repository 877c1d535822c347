import { HOUR_MS } from "../time/durations";
import type { EpochMs } from "../time/time-range";
import type { Attempt } from "./attempt";
import { classifyCaller } from "./caller-class";
import type { IdentityUse, UseRecord } from "./identity-use";
import type { LineRecord } from "./line-record";

/**
 * A token lives 14 minutes at most, so whoever uses a cluster in a quarter of an hour was let in once or more around
 * it (facts: AWS §4.1). Quarters divide the hours that attempts are derived by.
 */
const QUARTER_MS = 15 * 60_000;

/**
 * Attempts rebuilt from the audit log, where the authenticator's own is silent: one for each cluster, session,
 * Kubernetes identity and quarter of an hour, at its first use. An hour of which a cluster's authenticator tells
 * anything is left to it. Denials leave no trace in an audit log that could name anybody, so there are none.
 * Depends on the sets alone. By (time, id).
 */
export function rebuildFromUses(uses: readonly UseRecord[], lines: readonly LineRecord[]): Attempt[] {
  const told = new Set(lines.map(({ cluster, timeMs }) => hourKey(cluster, timeMs)));
  const first = new Map<string, UseRecord>();
  for (const use of uses) {
    if (told.has(hourKey(use.cluster, use.timeMs))) continue;
    const key = `${use.cluster} ${keyOfUse(use.event, use.timeMs)}`;
    const known = first.get(key);
    if (known === undefined || isBefore(use, known)) first.set(key, use);
  }
  return [...first.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1)).map(toAttempt);
}

/** What tells two uses of one cluster apart: equal keys lead to one attempt. */
export function keyOfUse({ caller, kubernetes }: IdentityUse, timeMs: EpochMs): string {
  const { arn, accessKeyId } = caller;
  const { username, uid, groups } = kubernetes;
  return JSON.stringify([Math.floor(timeMs / QUARTER_MS), accessKeyId, arn, username, uid, groups]);
}

function hourKey(cluster: string, timeMs: EpochMs): string {
  return `${Math.floor(timeMs / HOUR_MS)} ${cluster}`;
}

function isBefore(a: UseRecord, b: UseRecord): boolean {
  return a.timeMs < b.timeMs || (a.timeMs === b.timeMs && a.recordId < b.recordId);
}

function toAttempt({ recordId, timeMs, cluster, stream, eventId, event }: UseRecord): Attempt {
  const { caller, kubernetes } = event;
  return {
    id: recordId,
    timeMs,
    cluster,
    decision: "granted",
    class: classifyCaller(caller, kubernetes),
    caller,
    kubernetes,
    error: null,
    stsEndpoint: null,
    sts: null,
    evidence: [{ source: "audit", stream, eventId, recordId }],
  };
}
