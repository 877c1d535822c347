import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { CONFIGURATION_EVENTS, EKS_SERVICE } from "@/lib/domain/parse/configuration-marks/marks-of-event";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Clock } from "@/lib/ports/clock";
import { type EventSource, SourceError, type SourceRecord } from "@/lib/ports/event-source";
import type { QuotaApi, RequestBudget } from "@/lib/ports/request-budget";
import { TRAIL_SERVICES, type TrailPlace, toTrailRecord } from "../aws/trail-record";
import { createLogPace } from "./log-pace";
import type { LineFilter } from "./log-place";
import { createLogReader } from "./log-reader";
import { createLogSource } from "./log-source";

const POLL_MS = 30_000;
/** A record is written this long after what it tells; CloudTrail says some five minutes. */
const DELIVERY_MS = 30 * 60_000;

const NEEDED: LineFilter = {
  pattern: `{ ${among("eventSource", TRAIL_SERVICES)} || (($.eventSource = "${EKS_SERVICE}") && (${among("eventName", CONFIGURATION_EVENTS)})) }`,
  conditions: [`eventSource in ${listOf(TRAIL_SERVICES)} or eventName in ${listOf(CONFIGURATION_EVENTS)}`],
};

function among(member: string, values: readonly string[]): string {
  return values.map((value) => `($.${member} = "${value}")`).join(" || ");
}

function listOf(values: readonly string[]): string {
  return `[${values.map((value) => `"${value}"`).join(", ")}]`;
}

export interface TrailLogOptions {
  readonly client: CloudWatchLogsClient;
  readonly clock: Clock;
  /** Of the log group's account and Region. */
  readonly budgetOf: (api: QuotaApi) => RequestBudget;
  readonly group: string;
  /** The log group's Region. */
  readonly region: string;
  /** Whose events. */
  readonly place: TrailPlace;
}

/**
 * One account's STS and sign-in events in one Region from a trail that is delivered to a log group: the streams
 * `<account>_CloudTrail_<region>…`, one record a line (facts: AWS §2.8).
 */
export function createTrailLogSource(options: TrailLogOptions): EventSource {
  const { group, place, budgetOf } = options;
  const { accountId, region } = place;
  const streamPrefix = `${accountId}_CloudTrail_${region}`;
  const reader = createLogReader({ ...options, streamPrefix, only: NEEDED });
  const pace = createLogPace(reader, budgetOf, POLL_MS);
  const what = `the trail of ${accountId} in log group ${group}`;
  return createLogSource({
    descriptor: {
      id: `cloudtrail/${accountId}/${region}/logs/${group}`,
      kind: "cloudtrail",
      label: `${accountId} ${region} · CloudTrail in ${group}`,
      cluster: null,
      accountId,
      region,
      group: "cloudtrail",
    },
    reader,
    pace,
    what,
    region: options.region,
    async read(range, cursor, signal) {
      const page = await reader.read({ from: range.from, to: range.to + DELIVERY_MS }, cursor, signal);
      if (page === null) throw new SourceError(groupAbsent(what, options));
      const records = page.records.flatMap((line) => toRecord(place, line) ?? []);
      return { ...page, records, complete: within(range, page.complete) };
    },
  });
}

/** The line's time is that of its delivery, and its id the line's: the record has its own. */
function toRecord(place: TrailPlace, { text }: SourceRecord): SourceRecord | null {
  const reading = readCloudTrailRecord(text);
  return reading.ok ? toTrailRecord(place, { record: reading.record, text }) : null;
}

/** Lines of a time hold what happened before it: all of them from `from` on read, so is all that happened since. */
function within(range: TimeRange, complete: TimeRange | null): TimeRange | null {
  if (complete === null || complete.from >= range.to) return null;
  return { from: complete.from, to: Math.min(complete.to, range.to) };
}

function groupAbsent(what: string, { group, region }: TrailLogOptions) {
  return {
    code: "log-group-absent" as const,
    message: `Cannot read ${what}: there is no such log group in ${region}.`,
    remedy: "Correct the trail's from or region in the config. See which there are:",
    command: `aws logs describe-log-groups --region ${region} --log-group-name-pattern ${group.slice(-32)}`,
    permission: null,
  };
}
