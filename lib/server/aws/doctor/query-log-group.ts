import {
  type CloudWatchLogsClient,
  GetQueryResultsCommand,
  StartQueryCommand,
  StopQueryCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Finding } from "../../doctor/finding";
import { type Patient, tryAction } from "./try-action";

/** A log group, and who looks. */
export interface LogGroupPlace {
  readonly patient: Patient;
  readonly logs: CloudWatchLogsClient;
  readonly region: string;
  readonly subject: string;
  readonly group: string;
  /** What is read there, for the sentence. */
  readonly what: string;
}

/** A query is billed by what it scans. */
const SCANNED_S = 60;

/** The three actions by which a group of class Infrequent Access is read, over its last minute. */
export async function queryLogGroup(place: LogGroupPlace): Promise<Finding[]> {
  const { patient, logs, region, subject, group, what } = place;
  const common = { region, subject, what, on: group };
  const started = await tryAction(patient, {
    ...common,
    action: "logs:StartQuery",
    send: () => logs.send(startOf(group)),
  });
  const queryId = started.value?.queryId;
  if (queryId === undefined) return [started.finding];
  const results = await tryAction(patient, {
    ...common,
    action: "logs:GetQueryResults",
    send: () => logs.send(new GetQueryResultsCommand({ queryId })),
  });
  const stopped = await tryAction(patient, {
    ...common,
    action: "logs:StopQuery",
    send: () => stop(logs, queryId),
  });
  return [started.finding, results.finding, stopped.finding];
}

function startOf(group: string): StartQueryCommand {
  const endTime = Math.floor(Date.now() / 1000);
  return new StartQueryCommand({
    logGroupName: group,
    queryString: "fields @timestamp | limit 1",
    startTime: endTime - SCANNED_S,
    endTime,
  });
}

/** A query that has ended cannot be stopped; that it may be is seen all the same. */
async function stop(logs: CloudWatchLogsClient, queryId: string): Promise<void> {
  await logs.send(new StopQueryCommand({ queryId })).catch((error: Error) => {
    if (error.name !== "InvalidParameterException") throw error;
  });
}
