import type { ConnectionNote, SourcePace } from "@/lib/domain/summarize/coverage-report";

/** What goes on in this process, beside what the store tells. */
export interface LiveReading {
  /** null = the source is not being read. */
  paceOf(sourceId: string): SourcePace | null;
  notes(): readonly ConnectionNote[];
  /** Everything was tried once: what is not being read by then is not among what is to be read. */
  hasLooked(): boolean;
}
