import {
  type ConfigurationAt,
  configurationAt,
  createRbacReader,
} from "@/lib/domain/explain/configuration/configuration-at";
import type { MarkPart } from "@/lib/domain/parse/configuration-marks/configuration-mark";
import { listChanges } from "@/lib/domain/summarize/configuration/list-changes";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Entrance } from "@/lib/domain/summarize/questions/entrances/entrance";
import {
  cutAtChanges,
  momentsOf,
  type Stretches,
} from "@/lib/domain/summarize/questions/entrances/stretches";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { InvestigationContext } from "../investigation-context";
import { readConfiguration } from "../configuration/read-configuration";

/** More are not looked at: the most active are. */
const MOST_ENTRANCES = 20_000;

interface EntrancesOfCluster {
  readonly cluster: string;
  readonly range: TimeRange;
  /** Changes of these cut the range. */
  readonly cutBy: readonly MarkPart[];
  readonly sources: readonly StoredCoverage[];
}

/** Who came in to a cluster, each with the configuration of his time. */
export interface ReadEntrances extends Stretches {
  readonly entrances: readonly Entrance[];
  readonly isWhole: boolean;
  /** The configuration of each stretch, oldest first. */
  readonly stretches: readonly ConfigurationAt[];
  /** That of now. */
  readonly now: ConfigurationAt;
}

export async function readEntrances(
  { cluster, range, cutBy, sources }: EntrancesOfCluster,
  context: InvestigationContext,
): Promise<ReadEntrances> {
  const { store, clock } = context;
  const { history, watched } = await readConfiguration(cluster, sources, context);
  const changes = listChanges(history).filter(
    ({ part, kind }) => cutBy.includes(part) && kind !== "broken" && kind !== "written",
  );
  const { bounds, uncut } = cutAtChanges(changes, range);
  const entrances = await store.entrances({ cluster, range, bounds, limit: MOST_ENTRANCES + 1 });
  const withRbac = cutBy.includes("rbac") ? createRbacReader(history) : null;
  const at = (ms: number) => {
    const plain = configurationAt(history, ms, watched);
    return withRbac === null ? plain : withRbac(plain, ms);
  };
  return {
    ...{ bounds, uncut },
    entrances: entrances.slice(0, MOST_ENTRANCES),
    isWhole: entrances.length <= MOST_ENTRANCES,
    stretches: momentsOf(range, bounds).map(at),
    now: at(clock.now()),
  };
}
