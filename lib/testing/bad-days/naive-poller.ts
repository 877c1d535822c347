import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  type FilterLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import type { BadDay } from "./start-bad-day";

/** What pollers do that have lost events (facts: security §4.2). */
export interface Habits {
  /** Where the next poll begins: when this one began, when it ended, or a millisecond after the last event seen. */
  readonly next: "poll-start" | "poll-end" | "after-last-event";
  /** Asks anew from the last event instead of following the token. */
  readonly ignoresTokens?: boolean;
  readonly stopsOnEmptyPage?: boolean;
  /** Notes where it stands before the page is stored; at this page it crashes in between, and goes on. */
  readonly crashesAtPage?: number;
}

export interface NaivePolling {
  readonly clusters: readonly string[];
  readonly fromMs: number;
  readonly untilMs: number;
  readonly everyMs: number;
  /** Gives up after so many requests. */
  readonly mostRequests?: number;
}

/** Ids of the lines such a poller has at the end, of the same world and on the same clock. Rejects on the first error. */
export async function pollNaively(day: BadDay, polling: NaivePolling, habits: Habits): Promise<Set<string>> {
  const { clock } = day;
  const state = {
    from: polling.fromMs,
    lines: new Set<string>(),
    requests: 0,
    pages: 0,
    lastMs: polling.fromMs,
  };
  const client = new CloudWatchLogsClient({ maxAttempts: 1 });
  while (
    clock.now() < polling.untilMs &&
    state.requests < (polling.mostRequests ?? Number.POSITIVE_INFINITY)
  ) {
    const startedMs = clock.now();
    for (const cluster of polling.clusters) await readGroup(day, client, { cluster, state, habits, polling });
    if (habits.next === "after-last-event") state.from = state.lastMs + 1;
    else state.from = habits.next === "poll-start" ? startedMs : clock.now();
    await clock.sleep(polling.everyMs);
  }
  client.destroy();
  return state.lines;
}

interface State {
  from: number;
  readonly lines: Set<string>;
  requests: number;
  pages: number;
  lastMs: number;
}

async function readGroup(
  { clock }: BadDay,
  client: CloudWatchLogsClient,
  how: { cluster: string; state: State; habits: Habits; polling: NaivePolling },
): Promise<void> {
  const { cluster, state, habits, polling } = how;
  let nextToken: string | undefined;
  let from = state.from;
  const to = Math.max(from, clock.now());
  for (;;) {
    const page: FilterLogEventsCommandOutput = await client.send(
      new FilterLogEventsCommand({
        logGroupName: `/aws/eks/${cluster}/cluster`,
        logStreamNamePrefix: "authenticator-",
        startTime: from,
        endTime: Math.max(from, to),
        ...(nextToken === undefined ? {} : { nextToken }),
      }),
    );
    state.requests++;
    keep(page, state, habits);
    await clock.sleep(250);
    const isOver = page.nextToken === undefined || (habits.stopsOnEmptyPage && page.events?.length === 0);
    if (isOver || state.requests >= (polling.mostRequests ?? Number.POSITIVE_INFINITY)) return;
    if (habits.ignoresTokens) from = state.lastMs + 1;
    else nextToken = page.nextToken;
  }
}

function keep({ events = [] }: FilterLogEventsCommandOutput, state: State, { crashesAtPage }: Habits): void {
  for (const { timestamp = 0 } of events) state.lastMs = Math.max(state.lastMs, timestamp);
  if (events.length > 0 && ++state.pages === crashesAtPage) return;
  for (const { eventId = "" } of events) state.lines.add(eventId);
}
