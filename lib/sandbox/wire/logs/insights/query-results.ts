import { authorize } from "../../authorize";
import { AwsError } from "../../aws-error";
import type { Call } from "../../cloud";
import { readText } from "../../read-input";
import { logGroupArn } from "../log-group";
import { isRunning, type RunningQuery, statusOf } from "./insights-queries";

/** Status and rows so far: none while it is scheduled, half of them while it runs. */
export function getQueryResults(call: Call): unknown {
  const query = findQuery(call, "logs:GetQueryResults");
  query.asked++;
  const status = statusOf(query);
  const share = { Scheduled: 0, Running: 0.5, Complete: 1, Cancelled: 0 }[status];
  const results = query.rows.slice(0, Math.floor(query.rows.length * share));
  return { queryLanguage: "CWLI", results, statistics: query.statistics, status };
}

export function stopQuery(call: Call): unknown {
  const query = findQuery(call, "logs:StopQuery");
  if (!isRunning(query))
    throw new AwsError("InvalidParameterException", "Query is not in running or scheduled state");
  query.isCancelled = true;
  return { success: true };
}

function findQuery(call: Call, action: string): RunningQuery {
  const query = call.cloud.queries.find(readText(call.input, "queryId") ?? "");
  authorize(call, action, query === null ? null : logGroupArn(call, query.group));
  if (query === null || query.accountId !== call.principal.accountId)
    throw new AwsError("ResourceNotFoundException", "Query does not exist.");
  return query;
}
