import { formatDuration, formatMoment, formatSpan } from "../../time/format-time";
import type { EpochMs } from "../../time/time-range";
import type { CoverageGap, GapKind } from "./coverage-gaps";
import { isCloudTrail, type SourceCoverage } from "./coverage-report";
import type { LogPulse } from "./log-pulse";

interface GapContext {
  readonly source: SourceCoverage;
  readonly pulse: LogPulse | undefined;
  readonly nowMs: EpochMs;
}

/** `12 Nov 10:00 – 11:30 UTC not read: AWS refused …`: when, what is missing, and why. */
export function gapSentence(gap: CoverageGap, context: GapContext): string {
  return `${formatSpan(gap.from, gap.to, context.nowMs)} UTC ${WORDS[gap.kind](context)}`;
}

const NOT_ASKED: Partial<Readonly<Record<SourceCoverage["state"], string>>> = {
  imported: "not read: nothing was imported for this time.",
  "looked-up": "not read: single events of it were looked up, nothing else.",
  gone: "not read: it is no longer among what is read.",
};

function lookedBackTo({ asked }: SourceCoverage): string {
  return `not read: Gatebook was asked to look back to ${formatMoment(asked.from)} UTC only.`;
}

const WORDS: Readonly<Record<GapKind, (context: GapContext) => string>> = {
  unread: ({ source }) => `not read yet: ${whyUnread(source)}.`,
  refused: ({ source }) => `not read: ${source.problem?.message ?? "AWS refused."}`,
  "log-off": ({ source }) =>
    `not there: ${source.problem?.message ?? "The log type is off."} EKS does not fill it in afterwards.`,
  expired: ({ source }) => `gone: ${keeperOf(source)} for ${source.kept?.days ?? "some"} days.`,
  "not-asked": ({ source }) => NOT_ASKED[source.state] ?? lookedBackTo(source),
  silent: ({ pulse }) =>
    `read, but the log holds no line, where it usually has one every ${formatDuration(pulse?.usualGapMs ?? 0)}. Who got in then is not known.`,
  "before-log": whyNoLine,
};

function whyUnread({ state, progress }: SourceCoverage): string {
  if (state === "following") return "the reading is behind";
  if (progress >= 1) return "the reading is catching up";
  return `the newest comes first, ${Math.floor(progress * 100)} % is read`;
}

function whyNoLine({ source, pulse }: GapContext): string {
  if (source.problem !== null) return `not there: ${source.problem.message}`;
  if (pulse === undefined) return "read, but the log holds no line. It may be switched off, or empty.";
  const begins = formatMoment(pulse.firstMs);
  const orElse = source.kept === null ? "its retention has removed it" : "somebody deleted it";
  return `read, but the log begins later, at ${begins} UTC: before, it was off, or ${orElse}.`;
}

function keeperOf(source: SourceCoverage): string {
  return isCloudTrail(source) ? "CloudTrail keeps its event history" : "the log group keeps its lines";
}
