import { configurationAt, withRbac } from "@/lib/domain/explain/configuration/configuration-at";
import { checkConfiguration } from "@/lib/domain/explain/findings/check-config-map";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { listMappings } from "@/lib/domain/summarize/configuration/list-mappings";
import type { Viewer } from "@/lib/ports/viewer";
import { changesOf } from "./changes-of";
import type { InvestigationContext } from "../investigation-context";
import { readFacts } from "./read-facts";
import { readConfiguration } from "./read-configuration";
import { recentCallers } from "../identities/recent-callers";

/** A cluster's configuration as it is just now, with its findings and changes; null = no such cluster. */
export async function reportConfiguration(
  _viewer: Viewer,
  { cluster }: { readonly cluster: string },
  context: InvestigationContext,
): Promise<ConfigurationReport | null> {
  const { store, clock } = context;
  const sources = await store.coverage();
  if (!sources.some((source) => source.cluster === cluster)) return null;
  const nowMs = clock.now();
  const [read, callers] = await Promise.all([
    readConfiguration(cluster, sources, context),
    recentCallers(cluster, context),
  ]);
  const at = withRbac(configurationAt(read.history, nowMs, read.watched), read.history, nowMs);
  return {
    cluster,
    nowMs,
    mode: at.known.mode,
    parts: at.parts,
    readings: read.readings,
    mappings: listMappings(at.known),
    accounts: at.known.awsAuth?.accounts ?? [],
    awsAuthText: at.awsAuthText,
    findings: checkConfiguration(at.known, at.awsAuthReading, await readFacts(cluster, at, callers, context)),
    changes: await changesOf(read, callers, context),
  };
}
