import type { CoverageReport } from "@/lib/domain/summarize/coverage-report";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";
import { readCoverage } from "./read-coverage";

/** What was read, what could not be, and why. */
export async function reportCoverage(
  _viewer: Viewer,
  context: InvestigationContext,
): Promise<CoverageReport> {
  const sources = await readCoverage(context);
  const clusters = new Set(sources.flatMap(({ cluster }) => (cluster === null ? [] : [cluster])));
  const { clock, about } = context;
  return { nowMs: clock.now(), sample: about.sample, clusters: [...clusters].sort(), sources };
}
