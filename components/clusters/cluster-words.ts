import { paceWords, readingWords } from "@/components/shell/coverage-words";
import type { Tone } from "@/components/ui/chip";
import type { ClusterState, ClusterSummary } from "@/lib/domain/summarize/clusters/cluster-report";
import { formatDuration } from "@/lib/domain/time/format-time";

const STATES: Readonly<Record<ClusterState, { readonly word: string; readonly tone: Tone }>> = {
  failed: { word: "✕ Failed", tone: "denied" },
  "log-off": { word: "✕ Log is off", tone: "denied" },
  "disk-full": { word: "✕ Disk is full", tone: "denied" },
  silent: { word: "⚠ Log is silent", tone: "open" },
  behind: { word: "⚠ Reading is behind", tone: "open" },
  waiting: { word: "◌ Waiting", tone: "open" },
  reading: { word: "◌ Reading", tone: "open" },
  following: { word: "✓ Following", tone: "granted" },
  imported: { word: "Imported", tone: "plain" },
  gone: { word: "Not read any more", tone: "plain" },
};

/** `progress` null: the state alone. */
export function describeState({ state, progress }: { state: ClusterState; progress: number | null }) {
  const { word, tone } = STATES[state];
  return { tone, word: state === "reading" && progress !== null ? `◌ ${readingWords(progress)}` : word };
}

/** Why it is not simply followed, in one sentence; null where it is. */
export function stateReason({ state, pace, problem, alarm }: ClusterSummary): string | null {
  return problem?.message ?? alarm?.sentence ?? paceWords({ state, pace });
}

/** `4 min ago`. */
export function ageWords(ms: number | null, nowMs: number): string {
  return ms === null ? "none seen" : `${formatDuration(Math.max(0, nowMs - ms))} ago`;
}

export function clusterHref(cluster: string): string {
  return `/clusters/${encodeURIComponent(cluster)}`;
}
