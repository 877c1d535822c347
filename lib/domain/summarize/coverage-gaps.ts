import { intersectRanges } from "../time/intersect-ranges";
import { mergeRanges } from "../time/merge-ranges";
import { subtractRanges } from "../time/subtract-ranges";
import type { EpochMs, TimeRange } from "../time/time-range";
import { BEHIND_MS } from "./coverage-alarms";
import type { SourceCoverage } from "./coverage-report";
import { findSilences, isSteady, type LogPulse } from "./log-pulse";

/**
 * unread = not read yet · refused = AWS does not let us · log-off = the log type is off · expired = AWS no longer keeps
 * it · not-asked = outside of what was to be read · silent = read, but for unusually long without a line · before-log =
 * read, but the log begins later.
 */
export const GAP_KINDS = [
  "unread",
  "refused",
  "log-off",
  "expired",
  "not-asked",
  "silent",
  "before-log",
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** A stretch of time of which a source tells nothing: no attempt there does not mean that nobody came. */
export interface CoverageGap {
  readonly sourceId: string;
  readonly kind: GapKind;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export interface GapQuestion {
  readonly range: TimeRange;
  readonly nowMs: EpochMs;
  readonly pulse: LogPulse | undefined;
  /** Read of the same log by other ways, such as imported files. */
  readonly readElsewhere: readonly TimeRange[];
}

/** CloudTrail's event history (facts: AWS §1). */
const TRAIL_KEPT_MS = 90 * 86_400_000;

/** All gaps of one source within the range, oldest first; they do not overlap. */
export function findGaps(source: SourceCoverage, question: GapQuestion): CoverageGap[] {
  const read = mergeRanges([...source.read, ...question.readElsewhere]);
  const whole = { from: question.range.from, to: Math.min(question.range.to, expectedTo(source, question)) };
  const unread = whole.from < whole.to ? subtractRanges(whole, read) : [];
  const found = [
    ...unread.flatMap((range) => splitUnread(source, range, question.nowMs)),
    ...withoutLines(source, read, question),
  ];
  return joinNeighbours(found.sort((a, b) => a.from - b.from)).map((gap) => ({
    sourceId: source.id,
    ...gap,
  }));
}

function joinNeighbours(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const one of stretches) {
    const last = joined.at(-1);
    if (last?.kind === one.kind && last.to === one.from) joined[joined.length - 1] = { ...last, to: one.to };
    else joined.push(one);
  }
  return joined;
}

type Stretch = TimeRange & { readonly kind: GapKind };

/** What was written since the last poll is not missing yet, unless that is long ago. */
function expectedTo({ state, read }: SourceCoverage, { nowMs }: GapQuestion): EpochMs {
  const head = read.at(-1)?.to ?? 0;
  const fresh = nowMs - head <= BEHIND_MS && state !== "failed" && !isClosed({ state });
  return fresh ? Math.min(nowMs, head) : nowMs;
}

function splitUnread(source: SourceCoverage, { from, to }: TimeRange, nowMs: EpochMs): Stretch[] {
  const kept = source.kind === "cloudtrail" ? nowMs - TRAIL_KEPT_MS : Number.NEGATIVE_INFINITY;
  const outside = Math.max(kept, source.asked.from);
  const parts: Stretch[] = [
    { kind: "expired", from, to: Math.min(to, kept) },
    { kind: "not-asked", from: Math.max(from, kept), to: Math.min(to, outside) },
    { kind: kindByState(source), from: Math.max(from, outside), to },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** Nothing more is read of it. */
export function isClosed({ state }: Pick<SourceCoverage, "state">): boolean {
  return state === "imported" || state === "gone";
}

function kindByState({ state, problem }: SourceCoverage): GapKind {
  if (isClosed({ state })) return "not-asked";
  if (state !== "failed" || problem === null) return "unread";
  if (problem.code === "log-type-off") return "log-off";
  return problem.code === "log-group-absent" || problem.code === "log-empty" ? "before-log" : "refused";
}

/** Read, and yet nothing is known: the log was off, or had not begun. */
function withoutLines(source: SourceCoverage, read: readonly TimeRange[], question: GapQuestion): Stretch[] {
  const offMs = offSince(source);
  if (offMs === null) return withoutPulse(source, read, question);
  const { range } = question;
  const off = { from: Math.max(range.from, offMs), to: Math.max(range.to, offMs) };
  const before = { from: range.from, to: Math.max(range.from, Math.min(range.to, offMs)) };
  return [
    ...withoutPulse(source, intersectRanges(before, read), { ...question, range: before }),
    ...read.flatMap((one) => clip("log-off", one, off)),
  ];
}

/** Where nobody recorded the switch, the log counts as off from its last line on. */
export function offSince({ problem, newestMs }: SourceCoverage): EpochMs | null {
  if (problem?.code !== "log-type-off") return null;
  return problem.sinceMs ?? newestMs ?? Number.NEGATIVE_INFINITY;
}

function withoutPulse(
  source: SourceCoverage,
  read: readonly TimeRange[],
  { pulse, range }: GapQuestion,
): Stretch[] {
  if (source.kind !== "authenticator-log") return [];
  if (pulse === undefined) return source.records > 0 || isClosed(source) ? [] : emptyLog(read, range);
  if (!isSteady(pulse)) return [];
  const first = { from: Number.NEGATIVE_INFINITY, to: pulse.firstMs };
  const before = findSilences({ ...pulse, quiet: [...pulse.quiet, first] }, read).filter(
    ({ to }) => to <= pulse.firstMs,
  );
  return [
    ...before.flatMap((one) => clip("before-log", one, range)),
    ...findSilences(pulse, read).flatMap((one) => clip("silent", one, range)),
  ];
}

function emptyLog(read: readonly TimeRange[], range: TimeRange): Stretch[] {
  return read.flatMap((one) => clip("before-log", one, range));
}

function clip(kind: GapKind, { from, to }: TimeRange, range: TimeRange): Stretch[] {
  return intersectRanges(range, [{ from, to }]).map((part) => ({ kind, ...part }));
}
