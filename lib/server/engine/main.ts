import { problemInOneLine } from "@/lib/domain/summarize/coverage-report";
import { createIngest } from "@/lib/ingest/create-ingest";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createClock } from "../clock";
import { readConfig } from "../config";
import { connectAws } from "../connect-aws";
import { engineAddress, eventsFile, removeStaleSocket } from "../data-folder";
import { importPaths } from "../import-paths";
import { endWithParent, failFatally, tellParent } from "../parent-messages";
import { VERSION } from "../version";
import { serveEngine } from "./serve-engine";

export interface EngineSettings {
  readonly dataDir: string;
  readonly sample: boolean;
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
}

const PROGRESS_MS = 3_000;
const LOOKBACK_MS = 14 * 86_400_000;

/** The one owner of a data folder: store, reading, investigations. */
async function runEngine(settings: EngineSettings): Promise<void> {
  const closers = endWithParent();
  const clock = createClock(readConfig().clock);
  const store = await openEventStore({ path: eventsFile(settings.dataDir) });
  closers.push(store.close);
  const about = { version: VERSION, sample: settings.sample, startedMs: clock.now() };
  const investigations = createInvestigations({ store, clock, about });
  const address = engineAddress(settings.dataDir);
  removeStaleSocket(address);
  const server = await serveEngine(
    { investigations, importPaths: (body) => importPaths(store, clock, body) },
    address,
  );
  closers.push(async () => {
    server.close();
    server.closeAllConnections();
  });
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
