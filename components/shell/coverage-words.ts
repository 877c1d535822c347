import { formatPlural } from "@/components/ui/format-count";
import { formatDuration } from "@/components/ui/format-time";
import type { CoverageReport, SourceCoverage } from "@/lib/domain/summarize/coverage-report";

export type CoverageTone = "granted" | "open" | "denied";

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
  if (failed > 0) return { text: `${formatPlural(failed, "source")} failed · ${clusters}`, tone: "denied" };
  const progress = readingProgress(report);
  if (progress !== null) return { text: `${clusters} · reading, ${toPercent(progress)}`, tone: "open" };
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
