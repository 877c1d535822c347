import type { Standing } from "./change-board";

/** What a stream tells. `hello`: it is there · `stored`: attempts of these clusters · `away`: the engine does not answer. */
export type LiveEventName = "hello" | "stored" | "away";

/** How far somebody was told: by the run of the engine, and the changes of the clusters asked for, all counted together. */
export interface Told {
  readonly run: string;
  readonly count: number;
  /** By cluster; absent = only their sum is known. */
  readonly clusters?: Standing["clusters"];
}

/** One event in the form of text/event-stream. */
export function eventText(name: LiveEventName, data: object, told: Told | null): string {
  const id = told === null ? "" : `id: ${told.run}.${told.count}\n`;
  return `event: ${name}\n${id}data: ${JSON.stringify(data)}\n\n`;
}

/** What an event's id says; null = it is none of ours. */
export function readEventId(text: string | null): Told | null {
  const [, run, count] = /^([0-9a-z]{1,32})\.(\d{1,15})$/.exec(text ?? "") ?? [];
  return run === undefined ? null : { run, count: Number(count) };
}

/** Of the clusters asked for alone: who may not see others must not learn when or how often they change. Empty = all. */
export function toldOf({ run, clusters }: Standing, asked: readonly string[]): Told {
  const own = Object.entries(clusters).filter(([cluster]) => asked.length === 0 || asked.includes(cluster));
  const count = own.reduce((sum, [, changes]) => sum + changes, 0);
  return { run, count, clusters: Object.fromEntries(own) };
}

/** The clusters that changed since; where it is not known which, or of another run, all may have. */
export function changedSince({ run, count, clusters = {} }: Told, known: Told): string[] {
  if (known.run !== run) return Object.keys(clusters);
  const { clusters: before } = known;
  if (before === undefined) return known.count === count ? [] : Object.keys(clusters);
  return Object.keys(clusters).filter((cluster) => clusters[cluster] !== before[cluster]);
}
