import type { ClusterHistory } from "../../correlate/configuration/cluster-history";
import type { StoredMark } from "../../correlate/configuration/item-revision";
import { stateAt } from "../../correlate/configuration/state-at";
import { readPrincipal } from "../../identity/principal";
import { stripPath } from "../../identity/strip-path";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { EpochMs } from "../../time/time-range";
import { type PartAt, UNKNOWN_PART } from "./part-at";

/**
 * The mounted file: authenticators print it whole when they start. Where no start was seen, CreateCluster tells the creator
 * of a cluster without access entries (facts: authenticator §1.4, §6.5).
 */
export function hiddenAt(history: ClusterHistory, atMs: EpochMs): PartAt<readonly MappingEntry[]> {
  const states = [...history.hidden.values()].map((revisions) => stateAt(revisions, atMs, null));
  const value = states.flatMap((state) =>
    state.value === null ? [] : [JSON.parse(state.value) as MappingEntry],
  );
  const seen = states.flatMap(({ revision }) => revision?.firstMs ?? []);
  if (value.length > 0) {
    const firstMs = Math.min(...seen);
    const certainty = firstMs <= atMs ? "known" : "assumed";
    return { value, state: { ...UNKNOWN_PART, certainty, asOfMs: Math.max(...seen) } };
  }
  const creator = history.creator === null ? null : creatorOf(history.creator);
  if (creator === null) return { value: null, state: UNKNOWN_PART };
  const state = { ...UNKNOWN_PART, certainty: "assumed", asOfMs: history.creator?.timeMs ?? null } as const;
  return { value: [creator], state };
}

/** null: he got an access entry, or nothing. */
function creatorOf({ value }: StoredMark): MappingEntry | null {
  const { arn, mode, isAdmin } = JSON.parse(value ?? "{}") as {
    readonly arn: string;
    readonly mode: string | null;
    readonly isAdmin: boolean;
  };
  if (!isAdmin || (mode !== null && mode !== "CONFIG_MAP")) return null;
  const stripped = stripPath(arn);
  const isUser = readPrincipal(arn)?.type === "USER";
  return {
    list: isUser ? "mapUsers" : "mapRoles",
    arn: stripped.ok ? stripped.arn : arn,
    sso: null,
    username: "kubernetes-admin",
    groups: ["system:masters"],
    userId: null,
    place: null,
  };
}
