import type { CallerClass } from "../../correlate/attempt";
import { dashed } from "../../explain/mapping/session-name";
import type { EpochMs } from "../../time/time-range";
import { isSame, maySame, provenOf, type UsernameHolder } from "./username-holder";

/** A username as one cluster's API server knows it; the same name in another cluster is another's. */
export interface ClusterUsername {
  readonly cluster: string;
  readonly username: string;
}

/** Who came as a username: by origin and IAM principal. */
export interface UsernameUse extends ClusterUsername, UsernameHolder {
  readonly attempts: number;
  /** Begin of the day (UTC) of the last one. */
  readonly lastDayMs: EpochMs;
}

/**
 * - `rendered-alike`: the session names differ, and `{{SessionName}}` makes one username of them, since it turns each `@`
 *   to `-` (facts: authenticator §4.4).
 * - `same-username`: the mapping gives them one name.
 */
export const SHARED_REASONS = ["rendered-alike", "same-username"] as const;
export type SharedReason = (typeof SHARED_REASONS)[number];

/** Somebody else who came as the same username. */
export interface OtherHolder {
  readonly reason: SharedReason;
  readonly kind: CallerClass;
  /** null: nobody can tell; the ARN and the session's name are all there is. */
  readonly name: string | null;
  readonly canonicalArn: string | null;
  readonly sessionName: string | null;
  readonly attempts: number;
  readonly lastDayMs: EpochMs;
}

export interface SharedUsername extends ClusterUsername {
  /** Those rendered alike, then those of most attempts; some of `total`. */
  readonly others: readonly OtherHolder[];
  /** At least: of a username that very many share the most active are looked at. */
  readonly total: number;
}

const MOST_OTHERS = 10;

/** Who else came as the username of an attempt, so that Kubernetes' logs cannot tell them apart; null = nobody did. */
export function findOthers(
  { cluster, username }: ClusterUsername,
  holder: UsernameHolder,
  uses: readonly UsernameUse[],
): SharedUsername | null {
  const others: { readonly who: UsernameUse; told: OtherHolder }[] = [];
  for (const use of provenFirst(uses)) {
    const told = toOther(username, holder, use);
    if (told === null) continue;
    const known = others.find(({ who }) => isSame(who, use));
    if (known === undefined) others.push({ who: use, told });
    else known.told = together(known.told, told);
  }
  if (others.length === 0) return null;
  const sorted = others.map(({ told }) => told).sort((a, b) => rank(a) - rank(b) || b.attempts - a.attempts);
  return { cluster, username, others: sorted.slice(0, MOST_OTHERS), total: sorted.length };
}

/** What is not proven is added to what is, where it can be the same. */
function provenFirst(uses: readonly UsernameUse[]): UsernameUse[] {
  const isProven = (use: UsernameUse) => provenOf(use) !== null;
  return [...uses.filter(isProven), ...uses.filter((use) => !isProven(use))];
}

/** null: it is the holder, or may well be. */
function toOther(username: string, holder: UsernameHolder, use: UsernameUse): OtherHolder | null {
  if (maySame(holder, use)) return null;
  const { origin, canonicalArn, sessionNames, attempts, lastDayMs } = use;
  const alike = sessionNames.find((name) =>
    holder.sessionNames.some((own) => isRenderedAlike(username, own, name)),
  );
  return {
    reason: alike === undefined ? "same-username" : "rendered-alike",
    kind: origin?.kind ?? "unknown",
    name: origin?.name ?? origin?.userId ?? null,
    canonicalArn,
    sessionName: alike ?? sessionNames[0] ?? null,
    attempts,
    lastDayMs,
  };
}

function isRenderedAlike(username: string, one: string, other: string): boolean {
  if (one === other) return false;
  const rendered = dashed(one);
  return rendered === dashed(other) && username.includes(rendered);
}

function rank({ reason }: OtherHolder): number {
  return SHARED_REASONS.indexOf(reason);
}

function together(one: OtherHolder, other: OtherHolder): OtherHolder {
  const first = rank(other) < rank(one) ? other : one;
  return {
    ...first,
    attempts: one.attempts + other.attempts,
    lastDayMs: Math.max(one.lastDayMs, other.lastDayMs),
  };
}
