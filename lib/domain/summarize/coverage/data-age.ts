import type { CoverageReport } from "./coverage-report";
import { isNeverRead } from "./coverage-report";

/**
 * How old what is shown is, in ms: now less the time up to which the authenticator logs of these clusters were read (none
 * named = of all), by the one that lies furthest behind. A source that fails counts too: it only ages. null: nothing of
 * them was read yet.
 */
export function dataAgeOf(
  { nowMs, sources }: Pick<CoverageReport, "nowMs" | "sources">,
  clusters: readonly string[],
): number | null {
  const logs = sources.filter(
    (source) =>
      source.kind === "authenticator-log" &&
      source.state !== "gone" &&
      !isNeverRead(source) &&
      (clusters.length === 0 || (source.cluster !== null && clusters.includes(source.cluster))),
  );
  const readTo = logs.map(({ read }) => read.at(-1)?.to ?? Number.NaN);
  const oldest = Math.min(...readTo);
  return readTo.length === 0 || Number.isNaN(oldest) ? null : Math.max(0, nowMs - oldest);
}
