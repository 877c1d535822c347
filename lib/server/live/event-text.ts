import type { Standing } from "./change-board";

/** What a stream tells. `hello`: it is there · `stored`: attempts of these clusters · `away`: the engine does not answer. */
export type LiveEventName = "hello" | "stored" | "away";

/** One event in the form of text/event-stream. */
export function eventText(name: LiveEventName, data: object, standing: Standing | null): string {
  const id = standing === null ? "" : `id: ${standing.run}.${standing.last}\n`;
  return `event: ${name}\n${id}data: ${JSON.stringify(data)}\n\n`;
}

/** The run and number of an event's id; null = it is none of ours. */
export function readEventId(text: string | null): Pick<Standing, "run" | "last"> | null {
  const [, run, last] = /^([0-9a-z]{1,32})\.(\d{1,15})$/.exec(text ?? "") ?? [];
  return run === undefined ? null : { run, last: Number(last) };
}

/** The clusters asked for that changed since then; of another run nothing is known, so all may have. */
export function changedSince(
  standing: Standing,
  known: Pick<Standing, "run" | "last">,
  asked: readonly string[],
): string[] {
  const isAsked = (cluster: string) => asked.length === 0 || asked.includes(cluster);
  const sameRun = known.run === standing.run;
  return Object.entries(standing.clusters).flatMap(([cluster, last]) =>
    isAsked(cluster) && (!sameRun || last > known.last) ? [cluster] : [],
  );
}
