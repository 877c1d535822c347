import type { ConnectionNote, SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
import { createIngest } from "@/lib/ingest/create-ingest";
import { lookUpsPerH } from "@/lib/ingest/budgets/quotas";
import { ReadingWays } from "@/lib/ingest/look-ups/reading-ways";
import { startLookUps } from "@/lib/ingest/look-ups/start-look-ups";
import type { LookupsOnDemand } from "@/lib/ports/chain-lookups";
import type { Clock } from "@/lib/ports/clock";
import type { EventSource, SourceDescriptor } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { type AwsPlan, planFromOptions } from "@/lib/server/aws/aws-plan";
import { connectAws } from "@/lib/server/aws/connect-aws";

export interface ReadingWish {
  /** Absent = all there are in eu-west-1. */
  readonly clusters?: readonly string[];
  /** Instead of `clusters`. */
  readonly plan?: AwsPlan;
  /** Sources of these kinds alone; absent = all there are. */
  readonly kinds?: readonly SourceKind[];
  readonly lookbackMs: number;
  /** From one poll of a source to the next; absent = as the product does it. */
  readonly pollMs?: number;
}

export interface Reading {
  /** Resolves when everything was looked for, and each source was read, or could not be read, once. */
  caughtUp(): Promise<void>;
  notes(): readonly ConnectionNote[];
  readonly lookups: LookupsOnDemand;
  /** What is no problem of AWS's. */
  readonly failures: readonly unknown[];
  stop(): Promise<void>;
}

const OWN = { region: "eu-west-1", profile: null };

/** The product's own connection, clients, sources and ingest, put together as the engine does. */
export function startReading(store: EventStore, clock: Clock, wish: ReadingWish): Reading {
  const { lookbackMs, pollMs, plan = planFromOptions({ ...OWN, clusters: wish.clusters ?? [] }) } = wish;
  const isWanted = ({ kind }: SourceDescriptor) => wish.kinds?.includes(kind) ?? true;
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const ingest = createIngest({ store, sources: [], clock, lookbackMs, onFailure });
  ingest.start();
  const ways = new ReadingWays({ store, clock, requestsPerH: lookUpsPerH(plan.quotaShare) });
  const onSource = (source: EventSource) => {
    if (isWanted(source.descriptor))
      ingest.add(ways.follow(pollMs === undefined ? source : { ...source, pollMs }));
  };
  const connection = connectAws(plan, { clock, onSource, onFailure });
  const { histories } = connection;
  const { derive } = ingest;
  const lookUps = startLookUps({ store, histories, ways, clock, lookbackMs, derive, onFailure });
  return {
    failures,
    lookups: lookUps.onDemand,
    notes: connection.notes.all,
    async caughtUp() {
      await connection.firstLook;
      await ingest.caughtUp();
    },
    async stop() {
      connection.stop();
      await lookUps.stop();
      await ingest.stop();
    },
  };
}
