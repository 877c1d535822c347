import {
  GetQueryResultsCommand,
  type GetQueryResultsCommandOutput,
  StartQueryCommand,
  StopQueryCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { LogPlace } from "../log-place";

/** The most rows of a query without tokens (facts: AWS §2.5). */
export const MOST_ROWS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

export interface QueryAnswer {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly bytesScanned: number;
  /** The query took longer than AWS lets it. */
  readonly timedOut: boolean;
}

/**
 * The newest lines of the place within whole seconds that hold the range, at most MOST_ROWS. A query that is given up, or
 * fails, is stopped: it would go on scanning, and be billed.
 */
export async function runQuery(place: LogPlace, range: TimeRange, signal: AbortSignal): Promise<QueryAnswer> {
  const { client } = place;
  const start = new StartQueryCommand({
    logGroupName: place.group,
    queryString: queryOf(place),
    startTime: Math.floor(range.from / 1000),
    // AWS includes this second.
    endTime: Math.floor((range.to - 1) / 1000),
  });
  const budget = place.budgetOf("logs:StartQuery");
  const { queryId } = await budget.send(() => client.send(start, { abortSignal: signal }), { signal });
  try {
    return toAnswer(await waitFor(place, queryId, signal));
  } catch (error) {
    await client.send(new StopQueryCommand({ queryId })).catch(() => undefined);
    throw error;
  }
}

function queryOf({ streamPrefix, only }: LogPlace): string {
  const conditions = [`@logStream like /^${streamPrefix}/`, ...(only?.conditions ?? [])];
  return [
    "fields @timestamp, @message, @logStream, @ingestionTime",
    ...conditions.map((condition) => `filter ${condition}`),
    "sort @timestamp desc",
    `limit ${MOST_ROWS}`,
  ].join(" | ");
}

/** Its rows are partial until it is complete. */
async function waitFor(
  { client, clock, budgetOf }: LogPlace,
  queryId: string | undefined,
  signal: AbortSignal,
): Promise<GetQueryResultsCommandOutput> {
  const command = new GetQueryResultsCommand({ queryId });
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    await clock.sleep(pause, signal);
    const ask = () => client.send(command, { abortSignal: signal });
    const answer = await budgetOf("logs:GetQueryResults").send(ask, { signal });
    if (answer.status === "Complete" || answer.status === "Timeout") return answer;
    if (answer.status === "Failed" || answer.status === "Cancelled")
      throw new Error(`The Logs Insights query ${queryId} ended as ${answer.status}.`);
  }
}

function toAnswer({ results = [], statistics, status }: GetQueryResultsCommandOutput): QueryAnswer {
  const rows = results.map((row) =>
    Object.fromEntries(row.map(({ field = "", value = "" }) => [field, value])),
  );
  const timedOut = status === "Timeout";
  return { rows: timedOut ? [] : rows, bytesScanned: statistics?.bytesScanned ?? 0, timedOut };
}
