import { DAY_MS } from "@/lib/domain/time/durations";
import { createRequestsOnDemand } from "@/lib/ingest/asked-requests/create-requests-on-demand";
import type { ConnectionNote, SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { createIngest, type Ingest } from "@/lib/ingest/create-ingest";
import { lookUpsPerH } from "@/lib/ingest/budgets/quotas";
import { ReadingWays } from "@/lib/ingest/look-ups/reading-ways";
import { namePeople } from "@/lib/ingest/directory/name-people";
import { startLookUps } from "@/lib/ingest/look-ups/start-look-ups";
import type { LookupsOnDemand } from "@/lib/ports/chain-lookups";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import type { RequestsOnDemand } from "@/lib/ports/requests-on-demand";
import type { LiveReading } from "@/lib/ports/live-reading";
import { settleRegions } from "../aws/aws-default-region";
import type { AwsPlan } from "../aws/aws-plan";
import { connectAws } from "../aws/connect-aws";

export interface AwsReading {
  readonly ingest: Ingest;
  readonly live: LiveReading;
  readonly lookups: LookupsOnDemand;
  readonly asked: RequestsOnDemand;
  /** Labels of what is read, as far as it is known. */
  labels(): string[];
  /** What cannot be reached just now. */
  notes(): readonly ConnectionNote[];
  /** Resolves when everything was tried once. */
  readonly firstLook: Promise<void>;
  stop(): Promise<void>;
}

export interface AwsReadingOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Told of what an identity store refuses; reading goes on without it. */
  readonly onNotice?: (problem: SourceProblem) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Connects what the plan names, and reads each source from when it is found. Throws SourceError: there is no Region. */
export async function readAws(plan: AwsPlan, options: AwsReadingOptions): Promise<AwsReading> {
  const { store, clock, onFailure, onNotice = () => undefined } = options;
  const settled = await settleRegions(plan);
  const readBefore = await clustersReadBefore(store);
  const lookbackMs = plan.lookbackDays * DAY_MS;
  const ingest = createIngest({ store, sources: [], clock, lookbackMs, onFailure });
  const ways = new ReadingWays({ store, clock, requestsPerH: lookUpsPerH(plan.quotaShare) });
  ingest.start();
  const labels = new Map<string, string>();
  const onSource = (source: EventSource) => {
    labels.set(source.descriptor.id, source.descriptor.label);
    ingest.add(ways.follow(source));
  };
  const connection = connectAws(settled, {
    clock,
    readBefore,
    onSource,
    onConfiguration: store.noteSeen,
    onFailure,
  });
  const { histories, audits, directories } = connection;
  const { derive } = ingest;
  const lookUps = startLookUps({ store, histories, ways, clock, lookbackMs, derive, onFailure });
  const asking = new AbortController();
  const { signal } = asking;
  const asked = createRequestsOnDemand({ audits, clock, signal, onFailure });
  const named = namePeople({ store, directories, clock, signal, onProblem: onNotice, onFailure });
  let hasLooked = false;
  const firstLook = connection.firstLook.then(() => {
    hasLooked = true;
  });
  return {
    ingest,
    firstLook,
    lookups: lookUps.onDemand,
    asked,
    live: {
      paceOf: ingest.paceOf,
      keptOf: ingest.keptOf,
      notes: connection.notes.all,
      configurationOf: connection.configurations.of,
      hasLooked: () => hasLooked,
    },
    labels: () => [...labels.values()].sort(),
    notes: connection.notes.all,
    async stop() {
      connection.stop();
      asking.abort();
      await named;
      await lookUps.stop();
      await ingest.stop();
    },
  };
}

async function clustersReadBefore(store: EventStore): Promise<ReadonlyMap<string, string>> {
  const rows = await store.coverage();
  const logs = rows.filter(({ kind, state }) => kind === "authenticator-log" && state !== "imported");
  return new Map(logs.map(({ id, cluster }) => [id, cluster ?? ""]));
}
