import { formatClock, formatDay, formatDuration } from "../../time/format-time";
import type { EpochMs } from "../../time/time-range";
import type { CoverageAlarm, SourceCoverage } from "./coverage-report";
import { findSilences, type LogPulse } from "./log-pulse";

/** How old the newest complete reading of a source that is being followed may be, in ms. */
export const BEHIND_MS = 15 * 60_000;

/** What is wrong with the authenticator logs at `nowMs`, the oldest first. What is still read for the first time is not. */
export function findAlarms(
  sources: readonly SourceCoverage[],
  pulses: readonly LogPulse[],
  nowMs: EpochMs,
): CoverageAlarm[] {
  return sources
    .flatMap((source) => {
      if (source.kind !== "authenticator-log" || source.cluster === null) return [];
      const pulse = pulses.find(({ cluster }) => cluster === source.cluster);
      return offAlarm(source) ?? behindAlarm(source, nowMs) ?? silenceAlarm(source, pulse, nowMs) ?? [];
    })
    .sort((a, b) => a.sinceMs - b.sinceMs);
}

/** Somebody switched off a log that brought lines; one that was never on is no alarm. */
function offAlarm(source: SourceCoverage): CoverageAlarm | null {
  const { problem, newestMs, id: sourceId } = source;
  if (problem?.code !== "log-type-off" || newestMs === null) return null;
  const sinceMs = problem.sinceMs ?? newestMs;
  return { kind: "log-silent", cluster: source.cluster ?? "", sourceId, sinceMs, sentence: problem.message };
}

function behindAlarm(source: SourceCoverage, nowMs: EpochMs): CoverageAlarm | null {
  const sinceMs = readTo(source);
  if (sinceMs === null || !isFollowed(source) || nowMs - sinceMs <= BEHIND_MS) return null;
  const cluster = source.cluster ?? "";
  const why = source.problem?.message ?? "It grows faster than it is read, or cannot be stored.";
  const sentence = `Gatebook has not read the authenticator's log of ${cluster} since ${sinceWords(sinceMs, nowMs)}: ${why}`;
  return { kind: "reading-behind", cluster, sourceId: source.id, sinceMs, sentence };
}

function silenceAlarm(
  source: SourceCoverage,
  pulse: LogPulse | undefined,
  nowMs: EpochMs,
): CoverageAlarm | null {
  if (pulse === undefined || !isFollowed(source)) return null;
  const last = findSilences(pulse, source.read).at(-1);
  if (last === undefined || last.from < pulse.newestMs) return null;
  const cluster = source.cluster ?? "";
  const sentence = `The authenticator's log of ${cluster} has been silent since ${sinceWords(last.from, nowMs)} (usually a line every ${formatDuration(pulse.usualGapMs)}).`;
  return { kind: "log-silent", cluster, sourceId: source.id, sinceMs: last.from, sentence };
}

function isFollowed({ state }: SourceCoverage): boolean {
  return state === "following" || state === "failed";
}

/** Up to where a source is read without a gap to its newest end; null = not at all. */
export function readTo({ read }: SourceCoverage): EpochMs | null {
  return read.at(-1)?.to ?? null;
}

/** `11:02 UTC`, with the day where it is not today. */
function sinceWords(ms: EpochMs, nowMs: EpochMs): string {
  const day = formatDay(ms) === formatDay(nowMs) ? "" : `${formatDay(ms)} `;
  return `${day}${formatClock(ms, false)} UTC`;
}
