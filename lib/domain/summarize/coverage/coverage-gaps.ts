import { DAY_MS } from "../../time/durations";
import { intersectRanges } from "../../time/intersect-ranges";
import { mergeRanges } from "../../time/merge-ranges";
import { subtractRanges } from "../../time/subtract-ranges";
import type { EpochMs, TimeRange } from "../../time/time-range";
import { BEHIND_MS } from "./coverage-alarms";
import { isNeverRead, type SourceCoverage } from "./coverage-report";
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
  const kept = keptFrom(source, nowMs);
  const outside = Math.max(kept, source.asked.from);
  const begin = Math.max(from, outside);
  const ended = Math.max(begin, lastWritten(source));
  const parts: Stretch[] = [
    { kind: "expired", from, to: Math.min(to, kept) },
    { kind: "not-asked", from: Math.max(from, kept), to: Math.min(to, outside) },
    { kind: "unread", from: begin, to: Math.min(to, ended) },
    { kind: kindByState(source), from: Math.min(to, ended), to },
  ];
  return parts.filter((part) => part.from < part.to);
}

/** What is older, AWS has deleted. */
function keptFrom({ kept }: SourceCoverage, nowMs: number): EpochMs {
  const days = kept?.days ?? null;
  return days === null ? Number.NEGATIVE_INFINITY : nowMs - days * DAY_MS;
}

/** A log that is off was once on, where it holds a line: what it wrote then is still to be read. */
function lastWritten(source: SourceCoverage): EpochMs {
  return source.newestMs === null ? Number.NEGATIVE_INFINITY : (offSince(source) ?? Number.NEGATIVE_INFINITY);
}

/** Nothing more is read of it. */
export function isClosed({ state }: Pick<SourceCoverage, "state">): boolean {
  return isNeverRead({ state }) || state === "gone";
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
  { pulse, range, nowMs }: GapQuestion,
): Stretch[] {
  if (source.kind !== "authenticator-log") return [];
  const begun = (without: readonly TimeRange[]) => beforeLog(without, range, keptFrom(source, nowMs));
  if (pulse === undefined) return source.records > 0 || isClosed(source) ? [] : begun(read);
  if (!isSteady(pulse)) return [];
  const first = { from: Number.NEGATIVE_INFINITY, to: pulse.firstMs };
  const before = findSilences({ ...pulse, quiet: [...pulse.quiet, first] }, read).filter(
    ({ to }) => to <= pulse.firstMs,
  );
  return [...begun(before), ...findSilences(pulse, read).flatMap((one) => clip("silent", one, range))];
}

/** Read, and without a line from the beginning on: AWS deleted them, or they never were. */
function beforeLog(without: readonly TimeRange[], { from, to }: TimeRange, keptFromMs: EpochMs): Stretch[] {
  const border = Math.min(Math.max(from, keptFromMs), to);
  return without.flatMap((one) => [
    ...clip("expired", one, { from, to: border }),
    ...clip("before-log", one, { from: border, to }),
  ]);
}

function clip(kind: GapKind, { from, to }: TimeRange, range: TimeRange): Stretch[] {
  return intersectRanges(range, [{ from, to }]).map((part) => ({ kind, ...part }));
}
