import type { SourceKind, StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { whyLogSilent } from "@/lib/domain/summarize/questions/why-log-silent";
import type { TimeRange } from "@/lib/domain/time/time-range";

interface LogsAsked {
  readonly kind: SourceKind;
  /** `authenticator log`. */
  readonly name: string;
  /** null = those of all clusters. */
  readonly cluster: string | null;
  readonly range: TimeRange;
}

const MOST = 5;
const NAMED = 3;

/** Why the log of a cluster, or of some of all, tells nothing, or not all, of a time: what holds for several is said once. */
export function whyLogsSilent({ cluster, ...log }: LogsAsked, sources: readonly StoredCoverage[]): string[] {
  if (cluster !== null) return whyLogSilent({ ...log, cluster }, sources);
  const clusters = [...new Set(sources.flatMap((source) => source.cluster ?? []))].sort();
  const reasons = new Map<string, string[]>();
  for (const name of clusters)
    for (const why of whyLogSilent({ ...log, cluster: name }, sources))
      reasons.set(why, [...(reasons.get(why) ?? []), name]);
  return [...reasons].slice(0, MOST).map(([why, names]) => `${listed(names)}: ${why}`);
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
