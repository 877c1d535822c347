import { findAlarms } from "@/lib/domain/summarize/coverage/coverage-alarms";
import type { CoverageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "../investigation-context";
import { readCoverage } from "./read-coverage";

/** What was read, what could not be, and why; which logs fell silent. */
export async function reportCoverage(
  _viewer: Viewer,
  context: InvestigationContext,
): Promise<CoverageReport> {
  const { clock, about, pulses } = context;
  const [sources, storage] = await Promise.all([readCoverage(context), context.store.storage()]);
  const alarms = findAlarms(sources, await pulses(sources), clock.now());
  const clusters = new Set(sources.flatMap(({ cluster }) => (cluster === null ? [] : [cluster])));
  return {
    nowMs: clock.now(),
    sample: about.sample,
    clusters: [...clusters].sort(),
    sources,
    alarms,
    storage,
  };
}
