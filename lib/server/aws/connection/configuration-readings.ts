import type { ConfigurationReading } from "@/lib/domain/summarize/configuration/configuration-reading";

/** How the parts of each cluster's configuration are read just now. */
export interface ConfigurationReadings {
  set(cluster: string, reading: ConfigurationReading): void;
  /** By the cluster's shown name. */
  of(cluster: string): readonly ConfigurationReading[];
}

export function createConfigurationReadings(): ConfigurationReadings {
  const readings = new Map<string, Map<string, ConfigurationReading>>();
  return {
    set(cluster, reading) {
      const parts = readings.get(cluster) ?? new Map<string, ConfigurationReading>();
      readings.set(cluster, parts.set(reading.part, reading));
    },
    of: (cluster) => [...(readings.get(cluster)?.values() ?? [])],
  };
}
