import { createHash } from "node:crypto";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { correlate } from "@/lib/domain/correlate/correlate";
import type { LineRecord } from "@/lib/domain/correlate/line-record";
import { type StsCandidate, toStsCandidate } from "@/lib/domain/correlate/sts-candidate";
import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import { DAY_MS } from "@/lib/domain/time/durations";
import { createDay } from "@/lib/sandbox/world/create-day";
import { createTeam } from "@/lib/sandbox/world/create-team";
import type { WorldEvent, WorldLine } from "@/lib/sandbox/world/world-day";

/** Any Monday: the days of a pool cover whole weeks. */
const FIRST_DAY = 20_402;
const CLUSTER_REGION = "eu-west-1";

/** A day's attempts, as read from its lines and events; times count from the day's midnight. */
export type PooledDay = readonly Attempt[];

/** `count` days of the sandbox's world, each of another seed and weekday, through parser and correlation. */
export function createDayPool(seed: number, count: number): readonly PooledDay[] {
  return Array.from({ length: count }, (_, place) => readDay(seed + place, FIRST_DAY + (place % 7)));
}

function readDay(seed: number, day: number): PooledDay {
  const { lines, events } = createDay(createTeam(seed, 0), day);
  const midnight = day * DAY_MS;
  return correlate({
    lines: lines.flatMap(toLineRecord),
    events: events.flatMap(toCandidate),
    regionOf: () => CLUSTER_REGION,
  })
    .filter(({ timeMs }) => timeMs >= midnight && timeMs < midnight + DAY_MS)
    .map((attempt) => ({ ...attempt, timeMs: attempt.timeMs - midnight }));
}

function toLineRecord({ cluster, stream, timeMs, eventId, message }: WorldLine): LineRecord[] {
  const parsed = parseAuthenticatorLine(message);
  if (parsed.kind !== "line" || parsed.event.type === "other") return [];
  const recordId = createHash("sha256").update(`${stream} ${eventId}`).digest("hex").slice(0, 32);
  return [{ recordId, eventId, cluster, stream, timeMs, event: parsed.event }];
}

function toCandidate({ json, eventId, accountId, region }: WorldEvent): StsCandidate[] {
  const read = readCloudTrailRecord(json);
  const ids = { recordId: eventId, stream: `${accountId}/${region}` };
  const candidate = read.ok ? toStsCandidate(read.record, ids) : null;
  return candidate === null ? [] : [candidate];
}
