import { type MappingUse, mappingUse } from "@/lib/domain/summarize/questions/mapping-use/mapping-use";
import type { MappingUseQuery } from "@/lib/domain/summarize/questions/mapping-use/mapping-use-query";
import { whyLogSilent } from "@/lib/domain/summarize/questions/why-log-silent";
import type { Viewer } from "@/lib/ports/viewer";
import { entranceLog } from "./entrance-log";
import type { InvestigationContext } from "../investigation-context";
import { readEntrances } from "./read-entrances";

const CUT_BY = ["access-entry", "aws-auth", "mode"] as const;

/** Whether anybody still comes by the mappings of a cluster, of all that was read; null = no such cluster. */
export async function askMappingUse(
  _viewer: Viewer,
  { cluster }: MappingUseQuery,
  context: InvestigationContext,
): Promise<MappingUse | null> {
  const { store, clock } = context;
  const sources = await store.coverage();
  const own = sources.filter((source) => source.cluster === cluster);
  if (own.length === 0) return null;
  const nowMs = clock.now();
  const log = entranceLog(cluster, sources);
  const read = own.filter(({ kind }) => kind === log.kind).flatMap((source) => source.read);
  const readSinceMs = read.length === 0 ? null : Math.min(...read.map(({ from }) => from));
  const range = { from: readSinceMs ?? nowMs, to: nowMs };
  const { entrances, isWhole, stretches, bounds, uncut } = await readEntrances(
    { cluster, range: { from: 0, to: nowMs + 1 }, cutBy: CUT_BY, sources },
    context,
  );
  return mappingUse({
    ...{ cluster, entrances, isWhole, stretches, bounds, uncut, readSinceMs },
    region: own.find(({ region }) => region !== "")?.region ?? null,
    unread: whyLogSilent({ ...log, cluster, range }, sources),
  });
}
