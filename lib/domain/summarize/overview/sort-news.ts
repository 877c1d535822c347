import { reasonOfDenial } from "../../explain/reasons/denial-reason";
import { type ReasonCode, reasonOf } from "../../explain/reasons/registry";
import type { EpochMs } from "../../time/time-range";
import type { Newcomer, NewcomerKind, NewReason, News } from "./overview";

/** Somebody at one cluster where he was not seen before a window. */
export interface FirstSight {
  readonly kind: NewcomerKind;
  readonly value: string;
  readonly cluster: string;
  /** He was seen before at another cluster. */
  readonly isKnownElsewhere: boolean;
  readonly firstMs: EpochMs;
  readonly granted: number;
  readonly denied: number;
}

/** Denials of one text at one cluster within a window. */
export interface DenialText {
  readonly error: string;
  readonly cluster: string;
  readonly denied: number;
  readonly firstMs: EpochMs;
}

/** From when on each cluster's attempts are known. */
export type KnownSince = ReadonlyMap<string, EpochMs>;

type Sorted = Omit<News, "reasons" | "changes">;

/**
 * Who was seen for the first time, newest first. Honest only as far as something older was read: where nothing of a cluster
 * was, everybody would be new there, so nobody is called so.
 */
export function sortNews(sights: readonly FirstSight[], known: KnownSince, fromMs: EpochMs): Sorted {
  const older = [...known.values()].filter((ms) => ms < fromMs);
  const withoutPast = [...known].flatMap(([cluster, ms]) => (ms < fromMs ? [] : [cluster])).sort();
  const honest = sights.filter(({ cluster }) => !withoutPast.includes(cluster));
  const people = honest.filter(({ kind, isKnownElsewhere }) => kind === "person" && isKnownElsewhere);
  return {
    sinceMs: older.length === 0 ? null : Math.min(...older),
    clustersWithoutPast: withoutPast,
    first: older.length === 0 ? [] : gather(honest.filter((sight) => !sight.isKnownElsewhere)),
    reached: gather(people),
  };
}

function gather(sights: readonly FirstSight[]): Newcomer[] {
  const found = new Map<string, Newcomer>();
  for (const { kind, value, cluster, firstMs, granted, denied } of sights.toSorted(byFirst)) {
    const known = found.get(`${kind} ${value}`);
    found.set(`${kind} ${value}`, {
      kind,
      value,
      clusters: [...(known?.clusters ?? []), cluster],
      firstMs: known?.firstMs ?? firstMs,
      granted: (known?.granted ?? 0) + granted,
      denied: (known?.denied ?? 0) + denied,
    });
  }
  return [...found.values()].sort((a, b) => b.firstMs - a.firstMs);
}

/** Reasons of the window's denials that none of the texts before had, newest first. */
export function findNewReasons(texts: readonly DenialText[], before: readonly string[]): NewReason[] {
  const old = new Set(before.map(keyOf));
  const found = new Map<string, NewReason>();
  for (const text of texts.toSorted(byFirst)) {
    const code = reasonOfDenial(text.error);
    const key = code ?? "";
    if (old.has(key)) continue;
    const known = found.get(key);
    found.set(key, {
      code,
      title: code === null ? "" : reasonOf(code).title,
      error: known?.error ?? text.error,
      clusters: [...new Set([...(known?.clusters ?? []), text.cluster])],
      denied: (known?.denied ?? 0) + text.denied,
      firstMs: known?.firstMs ?? text.firstMs,
    });
  }
  return [...found.values()].sort((a, b) => b.firstMs - a.firstMs);
}

/** Texts that no version is known to write are one another's like: they may quote names. */
function keyOf(error: string): ReasonCode | "" {
  return reasonOfDenial(error) ?? "";
}

function byFirst(a: { readonly firstMs: number }, b: { readonly firstMs: number }): number {
  return a.firstMs - b.firstMs;
}
