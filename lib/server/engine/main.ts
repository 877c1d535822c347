import { problemInOneLine } from "@/lib/domain/summarize/coverage-report";
import { createIngest } from "@/lib/ingest/create-ingest";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { closeServer } from "../close-server";
import { connectAws } from "../connect-aws";
import { engineAddress, eventsFile, removeStaleSocket } from "../data-folder";
import { importPaths } from "../import-paths";
import { getLog } from "../log/get-log";
import { createEngineMetrics } from "../metrics/engine-metrics";
import { endWithParent, failFatally, tellParent } from "../parent-messages";
import { VERSION } from "../version";
import { createEngineOperations } from "./engine-operations";
import { observeStore, type Watch } from "./observe-store";
import { serveEngine } from "./serve-engine";
import { watchAws } from "./watch-aws";

export interface EngineSettings {
  readonly dataDir: string;
  readonly sample: boolean;
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
}

const PROGRESS_MS = 3_000;
const LONGEST_ANSWER_MS = 5_000;
const LOOKBACK_MS = 14 * 86_400_000;

/** The one owner of a data folder: store, reading, investigations. */
async function runEngine(settings: EngineSettings): Promise<void> {
  const closers = endWithParent();
  const clock = createClock(readConfig().clock);
  const watch = { log: getLog("engine"), metrics: createEngineMetrics() };
  watchAws(watch);
  const onMigration = (from: number, to: number) =>
    watch.log.info({ from, to }, "The store is brought up to date");
  const store = observeStore(
    await openEventStore({ path: eventsFile(settings.dataDir), onMigration }),
    watch,
  );
  closers.push(store.close);
  closers.push(store.checkpoint);
  closers.push(await serve(settings, store, watch));
  const connection = await connectAws(settings, clock);
  tellParent({
    type: "reading",
    from: connection.sources.map(({ descriptor }) => descriptor.label),
    warnings: connection.problems.map(({ problem }) => problemInOneLine(problem)),
  });
  tellParent({ type: "ready" });
  const ingest = createIngest({
    store,
    sources: connection.sources,
    clock,
    lookbackMs: LOOKBACK_MS,
    onFailure: failFatally,
  });
  closers.push(ingest.stop);
  ingest.start();
  const progress = setInterval(createProgressTeller(store), PROGRESS_MS);
  await ingest.caughtUp();
  clearInterval(progress);
  await store.checkpoint();
  tellParent({ type: "caught-up", attempts: await store.countAttempts() });
}

/** Answers on the folder's socket. Gives what ends it: questions that were asked are still answered. */
async function serve(
  { dataDir, sample }: EngineSettings,
  store: EventStore,
  { metrics, log }: Watch,
): Promise<() => Promise<void>> {
  const clock = createClock(readConfig().clock);
  const about = { version: VERSION, sample, startedMs: clock.now() };
  const address = engineAddress(dataDir);
  removeStaleSocket(address);
  const server = await serveEngine(
    {
      investigations: createInvestigations({ store, clock, about }),
      importPaths: (body) => importPaths(store, clock, body),
      operations: createEngineOperations({ store, clock, dataDir, metrics }),
      onAnswer: (question, outcome, ms) => {
        metrics.questions.observe({ question, outcome }, ms / 1_000);
        log.debug({ question, outcome, ms: Math.round(ms) }, "Question answered");
      },
    },
    address,
  );
  return () => closeServer(server, LONGEST_ANSWER_MS);
}
/** Tells how far the reading is, in steps of five hundredths. */
function createProgressTeller(store: EventStore): () => Promise<void> {
  let told = -1;
  return async () => {
    const sources = await store.coverage();
    const read = sources.reduce((sum, { progress }) => sum + progress, 0);
    const share = Math.floor((20 * read) / Math.max(1, sources.length)) / 20;
    if (share !== told) tellParent({ type: "progress", share });
    told = share;
  };
}

runEngine(JSON.parse(process.argv[2] ?? "{}") as EngineSettings).catch(failFatally);
