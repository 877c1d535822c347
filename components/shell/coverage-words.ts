import type { Tone } from "@/components/ui/chip";
import { formatPlural } from "@/components/ui/format-count";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage-report";
import { formatDuration } from "@/lib/domain/time/format-time";

export type CoverageTone = "granted" | "open" | "denied";

export const STATE_TONES: Readonly<Record<SourceCoverage["state"], Tone>> = {
  waiting: "open",
  reading: "open",
  following: "granted",
  failed: "denied",
  imported: "plain",
  gone: "plain",
};

export const STATE_WORDS: Readonly<Record<SourceCoverage["state"], string>> = {
  waiting: "Waiting",
  reading: "Reading",
  following: "Up to date",
  failed: "Failed",
  imported: "Imported",
  gone: "Gone",
};

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
    const pace = readingPaceWords(report);
    const slowly = pace?.startsWith("Slowed") ? ` · ${pace.replace("Slowed", "slowed")}` : "";
    return { text: `${clusters} · reading, ${toPercent(progress)}${slowly}`, tone: "open" };
  }
  const newest = newestLog(report);
  if (newest === null) return { text: `${clusters} · nothing read`, tone: "open" };
  return { text: `${clusters} · newest ${formatDuration(report.nowMs - newest)} ago`, tone: "granted" };
}

/** How far the first reading is over all sources, 0 to 1; null when none is being read. */
export function readingProgress({ sources }: CoverageReport): number | null {
  const live = sources.filter(({ state }) => state !== "imported" && state !== "failed");
  if (!live.some(({ state }) => state === "waiting" || state === "reading")) return null;
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

/** The same of all sources together: the slowest tells how long. */
export function readingPaceWords({ sources }: CoverageReport): string | null {
  const paces = sources.flatMap(({ state, pace }) => (state === "reading" && pace !== null ? [pace] : []));
  const slowed = paces.some((pace) => pace.slowed);
  const secondsLeft = Math.max(0, ...paces.map((pace) => pace.secondsLeft ?? 0));
  return paceWords({ state: "reading", pace: { slowed, secondsLeft } });
}

/** `62 %`; never 100 before the end. */
export function toPercent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function newestLog({ sources }: CoverageReport): number | null {
  const times = sources.flatMap(({ kind, newestMs }) =>
    kind === "authenticator-log" && newestMs !== null ? [newestMs] : [],
  );
  return times.length === 0 ? null : Math.max(...times);
}
