import type { WorldLine } from "../../../world/world-day";
import { authorize } from "../../authorize";
import { AwsError } from "../../aws-error";
import type { Call } from "../../cloud";
import { readNumber, readText, readTexts } from "../../read-input";
import { findLogGroup, type LogGroup, logGroupArn } from "../log-group";
import { visibleLines } from "../visible-lines";
import type { InsightsRow } from "./insights-queries";
import { type InsightsQuery, readInsightsQuery } from "./query-language";

/** Queries of an account that run at once (facts: AWS §2.5). */
const MOST_AT_ONCE = 100;
const DEFAULT_ROWS = 10_000;

/** Starts a query over one group; times are seconds, both included (facts: AWS §2.5). It sees what is there now. */
export function startQuery(call: Call): unknown {
  const name = readGroup(call);
  authorize(call, "logs:StartQuery", `${logGroupArn(call, name)}:log-stream:`);
  const { queries } = call.cloud;
  const { accountId } = call.principal;
  if (queries.running(accountId) >= MOST_AT_ONCE)
    throw new AwsError(
      "LimitExceededException",
      "You have reached the maximum number of concurrent queries.",
    );
  const query = readInsightsQuery(readText(call.input, "queryString") ?? "");
  const group = findLogGroup(call, name);
  const lines = visibleLines(call, group, readTimes(call));
  const rows = pickRows(call, group, query, lines);
  const statistics = {
    recordsMatched: lines.filter(query.wants).length,
    recordsScanned: lines.length,
    bytesScanned: lines.reduce((sum, { message }) => sum + Buffer.byteLength(message), 0),
  };
  return { queryId: queries.add({ accountId, group: name, rows, statistics, asked: 0, isCancelled: false }) };
}

function readGroup(call: Call): string {
  const one = readText(call.input, "logGroupName");
  const names = readTexts(call.input, "logGroupNames") ?? readTexts(call.input, "logGroupIdentifiers") ?? [];
  const all = [...(one === undefined ? [] : [one]), ...names];
  if (all.length !== 1) throw invalid("The sandbox queries one log group at a time.");
  return /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)$/.exec(all[0] ?? "")?.[1] ?? all[0] ?? "";
}

function readTimes(call: Call): { from: number; to: number } {
  const from = readNumber(call.input, "startTime");
  const to = readNumber(call.input, "endTime");
  if (from === undefined || to === undefined) throw invalid("startTime and endTime are required.");
  if (from > to) throw invalid("End time should not be before start time.");
  if (to > 100_000_000_000) throw invalid("Times are epoch seconds.");
  return { from: from * 1000, to: to * 1000 + 999 };
}

function pickRows(
  call: Call,
  group: LogGroup,
  query: InsightsQuery,
  lines: readonly WorldLine[],
): InsightsRow[] {
  const sign = query.newestFirst ? -1 : 1;
  const limit = query.limit ?? readNumber(call.input, "limit") ?? DEFAULT_ROWS;
  return lines
    .filter(query.wants)
    .sort((a, b) => sign * (a.timeMs - b.timeMs))
    .slice(0, limit)
    .map((line) => toRow(group, query, line));
}

function toRow(group: LogGroup, query: InsightsQuery, line: WorldLine): InsightsRow {
  const values: Readonly<Record<string, string>> = {
    "@timestamp": instant(line.timeMs),
    "@message": line.message,
    "@logStream": line.stream,
    "@ingestionTime": instant(line.ingestedMs),
    "@log": `111122223333:${group.name}`,
  };
  const pointer = Buffer.from(line.eventId).toString("base64");
  const fields = query.fields.map((field) => ({ field, value: values[field] ?? "" }));
  return [...fields, { field: "@ptr", value: pointer }];
}

/** `2023-07-31 01:58:12.101`, in UTC. */
function instant(timeMs: number): string {
  return new Date(timeMs).toISOString().replace("T", " ").replace("Z", "");
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
