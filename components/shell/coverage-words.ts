import type { Tone } from "@/components/ui/chip";
import { formatPlural } from "@/components/ui/format-count";
import {
  type CoverageReport,
  isBeingRead,
  isNeverRead,
  type SourceCoverage,
  type SourcePace,
} from "@/lib/domain/summarize/coverage/coverage-report";
import { formatDuration } from "@/lib/domain/time/format-time";

export type CoverageTone = "granted" | "open" | "denied";

interface ToldState {
  readonly word: string;
  readonly tone: Tone;
}

const STATES: Readonly<Record<Exclude<SourceCoverage["state"], "reading">, ToldState>> = {
  waiting: { word: "Waiting", tone: "open" },
  following: { word: "Up to date", tone: "granted" },
  failed: { word: "Failed", tone: "denied" },
  imported: { word: "Imported", tone: "plain" },
  "looked-up": { word: "Looked up", tone: "plain" },
  gone: { word: "Gone", tone: "plain" },
};
const DISK_FULL: ToldState = { word: "Disk full", tone: "denied" };

/** A source's state for its chip. While the disk is full nothing more is stored of any, however new it was. */
export function sourceState(
  source: Pick<SourceCoverage, "state" | "progress">,
  storage: CoverageReport["storage"]["state"],
): ToldState {
  if (storage === "full" && isBeingRead(source)) return DISK_FULL;
  if (source.state !== "reading") return STATES[source.state];
  return { word: readingWords(source.progress), tone: "open" };
}

/** `Reading 62 %`. When all that was asked for is read, there is still what came meanwhile. */
export function readingWords(progress: number): string {
  return progress < 1 ? `Reading ${toPercent(progress)}` : "Catching up";
}

/** One line for the header: `3 clusters · newest 2 min ago`, or what is wrong. */
export function summarizeCoverage(report: CoverageReport): { text: string; tone: CoverageTone } {
  const failed = report.sources.filter(({ state }) => state === "failed").length;
  const clusters = formatPlural(report.clusters.length, "cluster");
  if (report.storage.state === "full") return { text: `Disk full · ${clusters}`, tone: "denied" };
  if (failed > 0) return { text: `${formatPlural(failed, "source")} failed · ${clusters}`, tone: "denied" };
  if (report.alarms.length > 0)
    return { text: `${formatPlural(report.alarms.length, "alarm")} · ${clusters}`, tone: "open" };
  const progress = readingProgress(report);
  if (progress !== null) {
    const { slowed } = readingPace(report);
    const words = [readingWords(progress), ...(slowed ? [readingPaceWords(report)] : [])];
    return { text: [clusters, ...words.map((one) => lowerFirst(one ?? ""))].join(" · "), tone: "open" };
  }
  const newest = newestLog(report);
  if (newest === null) return { text: `${clusters} · nothing read`, tone: "open" };
  return { text: `${clusters} · newest ${formatDuration(report.nowMs - newest)} ago`, tone: "granted" };
}

/** How far the first reading is over all sources, 0 to 1; null when none is being read. */
export function readingProgress({ sources }: CoverageReport): number | null {
  const live = sources.filter((source) => !isNeverRead(source) && source.state !== "failed");
  if (!live.some(isStillRead)) return null;
  return live.reduce((sum, { progress }) => sum + progress, 0) / live.length;
}

/**
 * `Slowed by AWS, about 12 min left`, or `About 12 min left`, while it is being read; null = there is nothing to say. What
 * is being followed has nothing left: that AWS slows its polls is no news until it is behind.
 */
export function paceWords({ state, pace }: { state: string; pace: SourceCoverage["pace"] }): string | null {
  if (pace === null || state !== "reading") return null;
  const { slowed, secondsLeft } = pace;
  const about = secondsLeft === null || secondsLeft <= 0 ? null : formatDuration(secondsLeft * 1000);
  if (slowed) return about === null ? "Slowed by AWS" : `Slowed by AWS, about ${about} left`;
  return about === null ? null : `About ${about} left`;
}

/** The same of all sources together. */
export function readingPaceWords(report: CoverageReport): string | null {
  return paceWords({ state: "reading", pace: readingPace(report) });
}

/** The slowest source tells how long it takes. */
function readingPace({ sources }: CoverageReport): SourcePace {
  const paces = sources.flatMap(({ state, pace }) => (state === "reading" && pace !== null ? [pace] : []));
  const secondsLeft = Math.max(0, ...paces.map((pace) => pace.secondsLeft ?? 0));
  return { slowed: paces.some((pace) => pace.slowed), secondsLeft };
}

/** What it was asked to read, it has not read yet. */
export function isStillRead({ state }: { readonly state: string }): boolean {
  return state === "waiting" || state === "reading";
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** `62 %`; never 100 before the end. */
function toPercent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function newestLog({ sources }: CoverageReport): number | null {
  const times = sources.flatMap(({ kind, newestMs }) =>
    kind === "authenticator-log" && newestMs !== null ? [newestMs] : [],
  );
  return times.length === 0 ? null : Math.max(...times);
}
