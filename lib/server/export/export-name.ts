import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";

const MOST_NAMED = 3;
const LONGEST_NAME = 100;

/** `gatebook-attempts_prod_20261125T1400Z-20261126T1400Z.csv`: safe as a header and on any disk. */
export function exportName({ cluster, range }: AttemptFilter, extension: string): string {
  const named = cluster.map((name) => name.replaceAll(/[^A-Za-z0-9._-]/g, "-").slice(0, LONGEST_NAME));
  const clusters = named.length > MOST_NAMED ? `${named.length}-clusters` : named.join("+") || "all-clusters";
  return `gatebook-attempts_${clusters}_${stamp(range.from)}-${stamp(range.to)}.${extension}`;
}

function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replaceAll(/[-:]/g, "")}Z`;
}
