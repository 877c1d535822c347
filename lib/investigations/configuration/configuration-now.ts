import {
  type ConfigurationAt,
  configurationAt,
  withRbac,
} from "@/lib/domain/explain/configuration/configuration-at";
import type { InvestigationContext } from "../investigation-context";
import { readConfiguration } from "./read-configuration";

/** A cluster's configuration as it is just now, roles and bindings too; null = no such cluster. */
export async function configurationNow(
  cluster: string,
  context: InvestigationContext,
): Promise<ConfigurationAt | null> {
  const sources = await context.store.coverage();
  if (!sources.some((source) => source.cluster === cluster)) return null;
  const nowMs = context.clock.now();
  const { history, watched } = await readConfiguration(cluster, sources, context);
  return withRbac(configurationAt(history, nowMs, watched), history, nowMs);
}
