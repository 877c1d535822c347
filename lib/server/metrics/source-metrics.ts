import { Counter, Gauge, type Registry } from "prom-client";
import {
  isNeverRead,
  SOURCE_STATES,
  type StoredCoverage,
} from "@/lib/domain/summarize/coverage/coverage-report";

/** What the coverage of the sources says, as numbers. Call the result before each answer. */
export function createSourceMetrics(registry: Registry) {
  const gauge = (name: string, help: string, more: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: ["source", ...more], registers: [registry] });
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: ["source"], registers: [registry] });
  const lag = gauge("gatebook_source_lag_seconds", "Age of the newest moment that was read of a source.");
  const newest = gauge("gatebook_source_newest_record_seconds", "Unix time of a source's newest record.");
  const ratio = gauge("gatebook_source_coverage_ratio", "Share of the asked time that is read, 0 to 1.");
  const state = gauge("gatebook_source_state", "1 for the state a source is in, 0 for the others.", [
    "state",
  ]);
  const records = counter("gatebook_source_records_total", "Records stored of a source.");
  const rejects = counter("gatebook_source_rejects_total", "Records kept that could not be read.");
  const late = counter("gatebook_late_records_total", "Records that came more than half an hour late.");
  const all = [lag, newest, ratio, state, records, rejects, late];

  return (sources: readonly StoredCoverage[], nowMs: number): void => {
    for (const metric of all) metric.reset();
    for (const one of sources) {
      const labels = { source: one.id };
      const readTo = one.read.at(-1)?.to ?? one.asked.from;
      // Nothing comes after it by itself: its age is no lag.
      if (!isNeverRead(one)) lag.set(labels, Math.max(0, nowMs - readTo) / 1_000);
      if (one.newestMs !== null) newest.set(labels, one.newestMs / 1_000);
      ratio.set(labels, one.progress);
      for (const name of SOURCE_STATES) state.set({ ...labels, state: name }, Number(one.state === name));
      records.inc(labels, one.records);
      rejects.inc(labels, one.rejects);
      late.inc(labels, one.late);
    }
  };
}
