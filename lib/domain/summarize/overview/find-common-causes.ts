import { groupBy } from "../../explain/group-by";
import { type ReasonCode, reasonOf } from "../../explain/reasons/registry";
import { changeBefore } from "./change-before";
import type { CauseKind, CommonCause, DenialCount, MappingChange } from "./denial-burst";
import { deniedIn } from "./denied-in";

/** Reasons of fewer denials of a burst than this share are no cause of it. */
const LEAST_SHARE = 0.2;
/** What is common to them is common to two at least. */
const LEAST_COMMON = 2;
/** A principal with so many of them is the one. */
const NEARLY_ALL = 0.8;

const UNREACHABLE: readonly ReasonCode[] = ["sts-unreachable", "sts-answer-broken", "sts-answered-otherwise"];

/**
 * What the denials of a burst have in common, the cause of most first: one cause for each reason that has at least a fifth
 * of them, and two; all troubles of the token are one, and all ways in which STS does not answer. Who has no mapping is put
 * down to a change of the mappings in the half hour before, else to the one principal that hammers, where there is one.
 */
export function findCommonCauses(
  counts: readonly DenialCount[],
  changes: readonly MappingChange[],
): CommonCause[] {
  const all = deniedIn(counts);
  return [...groupBy(counts, ({ code }) => troubleOf(code)).values()]
    .filter((own) => deniedIn(own) >= Math.max(LEAST_COMMON, LEAST_SHARE * all))
    .map((own) => toCause(own, changes))
    .sort((a, b) => b.denied - a.denied);
}

function troubleOf(code: ReasonCode | null): string {
  if (code === null) return "";
  if (UNREACHABLE.includes(code)) return "sts-unreachable";
  return reasonOf(code).stage === "token" ? "bad-tokens" : code;
}

function toCause(own: readonly DenialCount[], changes: readonly MappingChange[]): CommonCause {
  const firstMs = own.reduce((first, one) => Math.min(first, one.firstMs), Number.POSITIVE_INFINITY);
  const code = mostOf(own, ({ code }) => code);
  const isMapping = code !== null && reasonOf(code).stage === "mapping";
  const change = isMapping ? changeBefore(changes, firstMs) : null;
  const principal = hammering(own);
  return {
    kind: kindOf(code, change, principal),
    code,
    title: code === null ? "" : reasonOf(code).title,
    denied: deniedIn(own),
    confidence: change === null ? "observed" : "timed",
    principals: new Set(own.flatMap((one) => one.principal ?? [])).size,
    principal,
    change,
    firstMs,
    lastMs: own.reduce((last, one) => Math.max(last, one.lastMs), 0),
  };
}

function kindOf(code: ReasonCode | null, change: MappingChange | null, principal: string | null): CauseKind {
  if (change !== null) return change.kind === "broken" ? "aws-auth-broken" : "mapping-changed";
  if (code === "sts-throttled") return "sts-throttled";
  if (code !== null && UNREACHABLE.includes(code)) return "sts-unreachable";
  if (principal !== null) return "one-principal";
  return code !== null && reasonOf(code).stage === "token" ? "bad-tokens" : "one-reason";
}

function hammering(own: readonly DenialCount[]): string | null {
  const principal = mostOf(own, (one) => one.principal);
  if (principal === null) return null;
  const denied = deniedIn(own.filter((one) => one.principal === principal));
  return denied >= NEARLY_ALL * deniedIn(own) ? principal : null;
}

function mostOf<T>(own: readonly DenialCount[], read: (count: DenialCount) => T): T | null {
  const sums = new Map<T, number>();
  for (const count of own) sums.set(read(count), (sums.get(read(count)) ?? 0) + count.denied);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
