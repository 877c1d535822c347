import type { CoverageReport } from "@/lib/domain/summarize/coverage-report";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";

/** What was read, what could not be, and why. */
export async function reportCoverage(
  _viewer: Viewer,
  { store, clock, about }: InvestigationContext,
): Promise<CoverageReport> {
  const sources = await store.coverage();
  const clusters = new Set(sources.flatMap(({ cluster }) => (cluster === null ? [] : [cluster])));
  return { nowMs: clock.now(), sample: about.sample, clusters: [...clusters].sort(), sources };
}
