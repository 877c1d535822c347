import { configurationAt, withRbac } from "@/lib/domain/explain/configuration/configuration-at";
import { checkConfiguration } from "@/lib/domain/explain/findings/check-config-map";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { type AccessChange, whatChanges } from "@/lib/domain/explain/mapped/what-changes";
import type {
  ChangeEffect,
  ConfigurationChange,
} from "@/lib/domain/summarize/configuration/configuration-change";
import type { ConfigurationReport } from "@/lib/domain/summarize/configuration/configuration-report";
import { listChanges } from "@/lib/domain/summarize/configuration/list-changes";
import { listMappings } from "@/lib/domain/summarize/configuration/list-mappings";
import type { Viewer } from "@/lib/ports/viewer";
import { authorOrigins } from "./author-origins";
import type { InvestigationContext } from "./investigation-context";
import { readFacts } from "./read-facts";
import { type ReadConfiguration, readConfiguration } from "./read-configuration";
import { recentCallers } from "./recent-callers";

const SHOWN_CHANGES = 100;
/** Whose access they changed, and who is behind their authors, is told of the newest alone. */
const IN_FULL = 30;

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

async function changesOf(
  { history, watched }: ReadConfiguration,
  callers: readonly SeenCaller[],
  { store }: Pick<InvestigationContext, "store">,
): Promise<ConfigurationChange[]> {
  const changes = listChanges(history).slice(0, SHOWN_CHANGES);
  const origins = await authorOrigins(changes.slice(0, IN_FULL), store);
  return changes.map((change, i) => {
    const origin = origins.get(change) ?? null;
    const maps = change.part !== "rbac" && change.part !== "access-policy" && change.diff !== null;
    if (!maps || i >= IN_FULL) return { ...change, origin, effects: [] };
    const at = (ms: number) => configurationAt(history, ms, watched).known;
    const changed = whatChanges(callers, at(change.timeMs - 1), at(change.timeMs));
    return { ...change, origin, effects: effectsOf(changed) };
  });
}

const NAMES_SHOWN = 8;

function effectsOf(changes: readonly AccessChange<SeenCaller>[]): ChangeEffect[] {
  return (["loses", "gains", "changes"] as const).flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const people = own.filter(({ caller }) => caller.class === "person");
    const names = [...new Set([...people, ...own].map(({ caller }) => caller.name))];
    return [{ kind, count: own.length, names: names.slice(0, NAMES_SHOWN) }];
  });
}
