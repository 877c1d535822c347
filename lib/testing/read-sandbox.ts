import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOUR_MS } from "@/lib/domain/time/durations";
import { createIngest } from "@/lib/ingest/create-ingest";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { AwsPlan } from "@/lib/server/aws/aws-plan";
import { findAwsSources } from "@/lib/server/aws/find-aws-sources";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { awaitedStore } from "./awaited-store";
import { createWaitingClock } from "./waiting-clock";

/** A sandbox's world that was read once, from the wire to the store through every real part. */
export interface SandboxRead {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly world: Sandbox["world"];
  /** Names of the clusters that were read. */
  readonly clusters: readonly string[];
  /** From then on all was read: each source looks back from when it begins, and waiting for the quotas moves the clock. */
  readonly fromMs: number;
  close(): Promise<void>;
}

/** Reads the last `hours` before `nowMs`. Rejects with what went wrong, be it one source's. */
export async function readSandbox(
  plan: () => AwsPlan,
  { nowMs, hours, scale }: { readonly nowMs: number; readonly hours: number; readonly scale: number },
): Promise<SandboxRead> {
  const clock = createWaitingClock(nowMs);
  const sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined, scale });
  Object.assign(process.env, sandbox.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" });
  const folder = await mkdtemp(join(tmpdir(), "gatebook-sandbox-"));
  const store = awaitedStore(await openEventStore({ path: join(folder, "events.duckdb"), threads: 1 }));
  const { sources, notes } = await findAwsSources(plan(), clock);
  const failures: unknown[] = notes.map(({ problem }) => problem);
  const onFailure = (error: unknown) => failures.push(error);
  const ingest = createIngest({ store, sources, clock, lookbackMs: hours * HOUR_MS, onFailure });
  ingest.start();
  await ingest.caughtUp();
  await ingest.stop();
  await sandbox.close();
  if (failures.length > 0) throw failures[0];
  return {
    store,
    clock,
    world: sandbox.world,
    clusters: sources.flatMap(({ descriptor: { kind, cluster } }) =>
      kind === "authenticator-log" && cluster !== null ? [cluster] : [],
    ),
    fromMs: clock.now() - hours * HOUR_MS,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
