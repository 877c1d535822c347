import type { EpochMs } from "../../../time/time-range";
import { type Comer, comerOf, type Entrance } from "./entrance";

/** Who came by one mapping, together. */
export interface Uses {
  readonly attempts: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** The newest. */
  readonly attemptId: string;
  /** How many people, as far as the records lead. */
  readonly people: number;
  /** The most active, people first. */
  readonly comers: readonly ActiveComer[];
  readonly moreComers: number;
}

export interface ActiveComer extends Comer {
  readonly attempts: number;
  readonly lastMs: EpochMs;
}

const MOST_COMERS = 8;

/** null: nobody came. */
export function toUses(entrances: readonly Entrance[]): Uses | null {
  const [first, ...others] = entrances;
  if (first === undefined) return null;
  const newest = others.reduce((latest, one) => (one.lastMs > latest.lastMs ? one : latest), first);
  const comers = comersOf(entrances);
  return {
    attempts: entrances.reduce((sum, { attempts }) => sum + attempts, 0),
    firstMs: entrances.reduce((least, { firstMs }) => Math.min(least, firstMs), first.firstMs),
    lastMs: newest.lastMs,
    attemptId: newest.attemptId,
    people: comers.filter(({ kind }) => kind === "person").length,
    comers: comers.slice(0, MOST_COMERS),
    moreComers: Math.max(0, comers.length - MOST_COMERS),
  };
}

function comersOf(entrances: readonly Entrance[]): ActiveComer[] {
  const found = new Map<string, ActiveComer>();
  for (const entrance of entrances) {
    const comer = comerOf(entrance);
    const key = JSON.stringify([comer.kind, comer.name]);
    const known = found.get(key);
    found.set(key, {
      ...comer,
      attempts: entrance.attempts + (known?.attempts ?? 0),
      lastMs: Math.max(entrance.lastMs, known?.lastMs ?? 0),
    });
  }
  return [...found.values()].sort((a, b) => isPerson(b) - isPerson(a) || b.attempts - a.attempts);
}

function isPerson({ kind }: Comer): number {
  return Number(kind === "person");
}
