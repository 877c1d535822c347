import { DAY } from "../../world/calendar";
import type { WorldRange } from "../../world/world";
import type { WorldLine } from "../../world/world-day";
import type { Call } from "../cloud";
import { type LogGroup, retentionDaysOf } from "./log-group";
import { trailLines } from "./trail-lines";

/** What the group shows of a range: delivered, not yet expired, of the log types that are on. */
export function visibleLines(call: Call, group: LogGroup, range: WorldRange): WorldLine[] {
  const { world, now, knobs } = call.cloud;
  const nowMs = now();
  if (group.cluster === null) return trailLines(call.cloud, keptRange(call, range));
  const { name } = group.cluster;
  const off = knobs.logTypeOff?.includes(name) ?? false;
  const stopMs = off ? Number.NEGATIVE_INFINITY : (knobs.logStopped?.[name] ?? Number.POSITIVE_INFINITY);
  const isAuditOff = knobs.auditLogOff?.includes(name) ?? false;
  const lines = world.lines(name, keptRange(call, range), nowMs);
  return lines.filter(({ stream, timeMs }) =>
    stream.startsWith("authenticator-")
      ? timeMs < stopMs
      : !(isAuditOff && stream.startsWith("kube-apiserver-audit-")),
  );
}

/** The part of a range that retention keeps and that has begun. */
export function keptRange(call: Call, range: WorldRange): WorldRange {
  const nowMs = call.cloud.now();
  return { from: Math.max(range.from, nowMs - retentionDaysOf(call) * DAY), to: Math.min(range.to, nowMs) };
}
