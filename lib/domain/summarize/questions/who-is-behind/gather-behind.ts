import { CONFIDENCES, type Confidence } from "../../../correlate/attempt";
import { mostFrequent } from "../../most-frequent";
import type { IdentityOrigin } from "../../identities/identity-report";
import type { EpochMs } from "../../../time/time-range";
import { isSame, provenOf } from "../../chain/username-holder";
import type { SeenHolder } from "./seen-holder";

/** Somebody behind a name, in all that he came with. */
export interface Gathered extends IdentityOrigin {
  /** Attempts whose sessions are not traced yet. */
  readonly untraced: number;
  readonly granted: number;
  /** ARNs of roles and users, those of most attempts first. */
  readonly principals: readonly string[];
  readonly sessionNames: readonly string[];
  readonly usernames: readonly string[];
  readonly clusters: readonly string[];
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** The newest attempt. */
  readonly attemptId: string;
  readonly holders: readonly SeenHolder[];
}

const MOST_NAMES = 20;

/**
 * One for each somebody. What is not proven is added to what is, where it can be the same: in doubt it is. Machines come
 * last, the most active first.
 */
export function gatherBehind(holders: readonly SeenHolder[]): Gathered[] {
  const groups: [SeenHolder, ...SeenHolder[]][] = [];
  const isProven = (holder: SeenHolder) => Number(provenOf(holder) !== null);
  for (const holder of [...holders].sort((a, b) => isProven(b) - isProven(a))) {
    const known = groups.find(([first]) => isSame(first, holder));
    if (known === undefined) groups.push([holder]);
    else known.push(holder);
  }
  return groups.map(toGathered).sort((a, b) => rank(a) - rank(b) || b.attempts - a.attempts);
}

function toGathered(group: readonly [SeenHolder, ...SeenHolder[]]): Gathered {
  const [first] = group;
  const newest = group.reduce((a, b) => (b.lastMs > a.lastMs ? b : a));
  const { name = null, nameFrom = null, userId = null } = first.origin ?? {};
  const all = (read: (holder: SeenHolder) => readonly (string | null)[]) =>
    mostFrequent(
      group.flatMap((one) => read(one).map((text) => [text, one.attempts] as const)),
      MOST_NAMES,
    );
  return {
    ...{ kind: first.origin?.kind ?? first.class, name, nameFrom, userId },
    attempts: sum(group, ({ attempts }) => attempts),
    granted: sum(group, ({ granted }) => granted),
    untraced: sum(group, ({ origin, attempts }) => (origin === null ? attempts : 0)),
    sure: countSure(group),
    principals: all(({ canonicalArn }) => [canonicalArn]),
    sessionNames: all(({ sessionNames }) => sessionNames),
    usernames: all(({ usernames }) => usernames),
    clusters: [...new Set(group.flatMap(({ clusters }) => clusters))].sort(),
    firstMs: Math.min(...group.map(({ firstMs }) => firstMs)),
    lastMs: newest.lastMs,
    attemptId: newest.attemptId,
    holders: group,
  };
}

function countSure(group: readonly SeenHolder[]): IdentityOrigin["sure"] {
  const traced = group.filter(({ origin }) => origin !== null);
  const isAs = (confidence: Confidence | null) =>
    traced.filter((one) => one.origin?.confidence === confidence);
  return [...CONFIDENCES, null]
    .map((confidence) => ({ confidence, attempts: sum(isAs(confidence), ({ attempts }) => attempts) }))
    .filter(({ attempts }) => attempts > 0);
}

function sum(group: readonly SeenHolder[], read: (holder: SeenHolder) => number): number {
  return group.reduce((total, one) => total + read(one), 0);
}

function rank({ kind }: Pick<Gathered, "kind">): number {
  return kind === "node" || kind === "aws" ? 1 : 0;
}
