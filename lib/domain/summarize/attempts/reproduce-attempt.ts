import { isRebuilt } from "../../correlate/rebuilt";
import { isCopyable, quoteShell } from "../../explain/remedies/quote";
import { parseAuthenticatorLine } from "../../parse/authenticator-line";
import { readAuditEvent } from "../../parse/audit-event";
import { DAY_MS } from "../../time/durations";
import { formatStamp } from "../../time/format-time";
import type { TimeRange } from "../../time/time-range";
import type { SourceCoverage } from "../coverage/coverage-report";
import type { AttemptDetail, LineEvidence } from "./attempt-detail";

type Source = Pick<SourceCoverage, "id" | "kind" | "cluster" | "region">;

/** How to find an attempt's records again at AWS. */
export interface Reproduction {
  /** Commands for a shell, one a line; null = what they would need is not known, or may not stand in one. */
  readonly cli: string | null;
  /** A query for CloudWatch Logs Insights, its log group and time in comments. */
  readonly insights: string | null;
}

/**
 * The commands and the query that read what the attempt was read from: the very log group, streams and time, narrowed by what
 * its lines share. `FilterLogEvents` takes milliseconds, both ends included. Source: CloudWatch Logs API reference.
 */
export function reproduceAttempt(detail: AttemptDetail, sources: readonly Source[]): Reproduction {
  const place = placeOf(detail, sources);
  const event = detail.events.find(({ chosen }) => chosen);
  const commands = [
    ...(place === null ? [] : [filterCommand(place)]),
    ...(event === undefined || !/^[\w-]{1,64}$/.test(event.eventId) ? [] : [lookupCommand(event)]),
  ];
  return {
    cli: commands.length === 0 ? null : commands.join("\n"),
    insights: place === null ? null : insightsQuery(place),
  };
}

interface LogPlace {
  readonly group: string;
  /** Empty: not known. */
  readonly region: string;
  readonly streams: readonly string[];
  readonly range: TimeRange;
  /** A text that stands in each of the lines; null = none that is worth asking for. */
  readonly text: string | null;
  /** The field of the audit log that holds it; null = it stands anywhere. */
  readonly field: string | null;
}

function placeOf({ attempt, lines }: AttemptDetail, sources: readonly Source[]): LogPlace | null {
  const rebuilt = isRebuilt(attempt);
  const kind = rebuilt ? "audit-log" : "authenticator-log";
  const source = sources.find((one) => one.kind === kind && one.cluster === attempt.cluster);
  const name = source?.id.split("/").at(-1) ?? "";
  const streams = [...new Set(lines.map(({ stream }) => stream))];
  const times = lines.map(({ timeMs }) => timeMs);
  if (!/^[\w-]+$/.test(name) || lines.length === 0 || !streams.every(isStream)) return null;
  return {
    group: `/aws/eks/${name}/cluster`,
    region: /^[a-z\d-]+$/.test(source?.region ?? "") ? (source?.region ?? "") : "",
    streams,
    range: { from: Math.min(...times), to: Math.max(...times) },
    text: rebuilt ? auditIdOf(lines) : clientOf(lines),
    field: rebuilt ? "auditID" : null,
  };
}

function isStream(stream: string): boolean {
  return isCopyable(stream) && /^[^:*"\\]+$/.test(stream);
}

/** The address and port that the lines of one attempt share. */
function clientOf(lines: readonly LineEvidence[]): string | null {
  const clients = lines.flatMap(({ text }) => {
    const record = parseAuthenticatorLine(text);
    return record.kind === "text" || record.event.type === "other" ? [] : [record.event.client ?? ""];
  });
  const [client = ""] = clients;
  return /^[\d.:a-fA-F[\]]{3,64}$/.test(client) && clients.every((one) => one === client) ? client : null;
}

function auditIdOf(lines: readonly LineEvidence[]): string | null {
  const read = readAuditEvent(lines[0]?.text ?? "");
  const id = read.ok ? read.event.auditId : "";
  return lines.length === 1 && /^[\w-]{1,64}$/.test(id) ? id : null;
}

function filterCommand({ group, region, streams, range, text, field }: LogPlace): string {
  const pattern = text === null ? null : field === null ? `"${text}"` : `{ $.${field} = "${text}" }`;
  return [
    `aws logs filter-log-events${regionOf(region)} --log-group-name ${group}`,
    `--log-stream-names ${streams.map(quoteShell).join(" ")}`,
    `--start-time ${range.from} --end-time ${range.to}`,
    ...(pattern === null ? [] : [`--filter-pattern ${quoteShell(pattern)}`]),
  ].join(" ");
}

/** Within a day around it: the event history is looked through by time. */
function lookupCommand({ eventId, region, timeMs }: AttemptDetail["events"][number]): string {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  return [
    `aws cloudtrail lookup-events${regionOf(/^[a-z\d-]+$/.test(region) ? region : "")}`,
    `--lookup-attributes AttributeKey=EventId,AttributeValue=${eventId}`,
    `--start-time ${seconds(timeMs - DAY_MS / 2)} --end-time ${seconds(timeMs + DAY_MS / 2)}`,
  ].join(" ");
}

function regionOf(region: string): string {
  return region === "" ? "" : ` --region ${region}`;
}

function insightsQuery({ group, region, streams, range, text }: LogPlace): string {
  const second = (ms: number) => formatStamp(Math.floor(ms / 1000) * 1000);
  const inStreams = `@logStream in [${streams.map((stream) => `"${stream}"`).join(", ")}]`;
  return [
    `# Log group: ${group}${region === "" ? "" : `, Region: ${region}`}`,
    `# Time: ${second(range.from)} to ${second(range.to + 1000)}`,
    "fields @timestamp, @logStream, @message",
    `| filter ${inStreams}${text === null ? "" : ` and @message like "${text}"`}`,
    "| sort @timestamp asc",
  ].join("\n");
}
