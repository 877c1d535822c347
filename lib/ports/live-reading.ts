import type { ConfigurationReading } from "@/lib/domain/summarize/configuration/configuration-reading";
import type { ConnectionNote, SourceKept, SourcePace } from "@/lib/domain/summarize/coverage/coverage-report";

/** What goes on in this process, beside what the store tells. */
export interface LiveReading {
  /** null = the source is not being read. */
  paceOf(sourceId: string): SourcePace | null;
  /** How long the vendor keeps a source's records; null = that is not known. */
  keptOf(sourceId: string): SourceKept | null;
  notes(): readonly ConnectionNote[];
  /** How the parts of a cluster's configuration are read, by its shown name; empty = they are not. */
  configurationOf(cluster: string): readonly ConfigurationReading[];
  /** Everything was tried once: what is not being read by then is not among what is to be read. */
  hasLooked(): boolean;
}
