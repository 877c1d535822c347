import type { CallerClass } from "../../correlate/attempt";
import type { Origin } from "../../correlate/chain/chain";
import { isGeneratedSession } from "../../correlate/chain/session-name";
import type { EpochMs } from "../../time/time-range";

/** A username as one cluster's API server knows it; the same name in another cluster is another's. */
export interface ClusterUsername {
  readonly cluster: string;
  readonly username: string;
}

/** Who came as a username: by origin and IAM principal. */
export interface UsernameUse extends ClusterUsername {
  /** null: not traced yet. */
  readonly origin: Pick<Origin, "kind" | "name" | "userId" | "confidence"> | null;
  readonly canonicalArn: string | null;
  /** The most frequent ones. */
  readonly sessionNames: readonly string[];
  readonly attempts: number;
  /** Begin of the day (UTC) of the last one. */
  readonly lastDayMs: EpochMs;
}

/** Who is told apart from others that come under the same username. */
export interface UsernameHolder extends Pick<UsernameUse, "origin" | "canonicalArn"> {
  readonly sessionName: string | null;
}

/**
 * - `rendered-alike`: the session names differ, and `{{SessionName}}` makes one username of them, since it turns each `@`
 *   to `-` (facts: authenticator §3).
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
  /** Those of most attempts first, and whose names are rendered alike before the others; some of `total`. */
  readonly others: readonly OtherHolder[];
  readonly total: number;
}

const MOST_OTHERS = 10;

/** Who else came as the username of an attempt, so that Kubernetes' logs cannot tell them apart; null = nobody did. */
export function findOthers(
  { cluster, username }: ClusterUsername,
  holder: UsernameHolder,
  uses: readonly UsernameUse[],
): SharedUsername | null {
  const others = new Map<string, OtherHolder>();
  for (const use of uses) {
    const other = toOther(username, holder, use);
    if (other === null) continue;
    const key = keyOf(toHolder(use));
    const known = others.get(key);
    others.set(key, known === undefined ? other : together(known, other));
  }
  if (others.size === 0) return null;
  const sorted = [...others.values()].sort((a, b) => rank(a) - rank(b) || b.attempts - a.attempts);
  return { cluster, username, others: sorted.slice(0, MOST_OTHERS), total: sorted.length };
}

function toHolder({ origin, canonicalArn, sessionNames }: UsernameUse): UsernameHolder {
  return { origin, canonicalArn, sessionName: sessionNames[0] ?? null };
}

/** null: it is the holder, or may well be. */
function toOther(username: string, holder: UsernameHolder, use: UsernameUse): OtherHolder | null {
  if (maySame(holder, toHolder(use))) return null;
  const { origin, canonicalArn, sessionNames, attempts, lastDayMs } = use;
  const alike = sessionNames.find((name) => isRenderedAlike(username, holder.sessionName, name));
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

/** Two are told apart by what their chains prove; else by the names of their sessions; and where a tool chose one, by their roles. */
function maySame(one: UsernameHolder, other: UsernameHolder): boolean {
  const [proven, provenOther] = [provenName(one), provenName(other)];
  if (proven !== null && provenOther !== null) return proven === provenOther;
  const [chosen, chosenOther] = [chosenName(one), chosenName(other)];
  if (chosen !== null && chosenOther !== null) return chosen === chosenOther;
  return one.canonicalArn === other.canonicalArn;
}

function provenName({ origin }: UsernameHolder): string | null {
  if (origin === null || origin.confidence === "claimed") return null;
  return (origin.name ?? origin.userId)?.toLowerCase() ?? null;
}

function chosenName({ sessionName }: UsernameHolder): string | null {
  return sessionName === null || isGeneratedSession(sessionName) ? null : sessionName;
}

function keyOf(one: UsernameHolder): string {
  const proven = provenName(one);
  return JSON.stringify(proven === null ? [chosenName(one), one.canonicalArn] : [proven]);
}

function isRenderedAlike(username: string, one: string | null, other: string): boolean {
  if (one === null || one === other) return false;
  const rendered = render(one);
  return rendered === render(other) && username.includes(rendered);
}

/** As the authenticator's `{{SessionName}}`. */
function render(sessionName: string): string {
  return sessionName.replaceAll("@", "-");
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
