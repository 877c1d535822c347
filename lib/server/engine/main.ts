import { randomBytes } from "node:crypto";
import { guardInvestigations } from "@/lib/auth/guard-investigations";
import { problemInOneLine, type SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { keepHouse } from "@/lib/ingest/keep-house";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import { SourceError } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import type { StoreError } from "@/lib/ports/store-error";
import { openOrSetAside } from "@/lib/store/duckdb/damage/open-or-set-aside";
import { noteDamage } from "@/lib/store/duckdb/damage/set-aside";
import type { AwsPlan } from "../aws/aws-plan";
import { createClock } from "../clock";
import { closeServer } from "../close-server";
import { readConfig } from "../config";
import { followDirectoryFile } from "../directory-file/follow-directory-file";
import { engineAddress, eventsFile, removeStaleSocket } from "../data-folder";
import { openDeeds } from "../deeds/open-deeds";
import { importPaths } from "../import-paths";
import { ChangeBoard, noteChanges } from "../live/change-board";
import { getLog } from "../log/get-log";
import { createEngineMetrics } from "../metrics/engine-metrics";
import { endWithParent, failFatally, tellParent } from "../parent-messages";
import { VERSION } from "../version";
import { createEngineOperations } from "./engine-operations";
import { observeStore, type Watch } from "./observe-store";
import { type AwsReading, readAws } from "./read-aws";
import { serveEngine } from "./serve-engine";
import { watchAws } from "./watch-aws";

export interface EngineSettings {
  readonly dataDir: string;
  readonly sample: boolean;
  readonly plan: AwsPlan;
  /** The plan was typed on the command line: a cluster that is not there is a slip, and ends the start. */
  readonly typed: boolean;
  /** The operator's directory file; null = there is none. */
  readonly directory: string | null;
  /** Whether shares may have links that open for anyone who has them. */
  readonly allowsAnyoneLinks: boolean;
}

const PROGRESS_MS = 3_000;
const LONGEST_ANSWER_MS = 5_000;
/** By then it is said what can be read, and the dashboard is told to be there. */
const FIRST_LOOK_MS = 10_000;

/** The one owner of a data folder: store, reading, investigations. */
async function runEngine(settings: EngineSettings): Promise<void> {
  const closers = endWithParent();
  const clock = createClock(readConfig().clock);
  const watch = { log: getLog("engine"), metrics: createEngineMetrics() };
  watchAws(watch);
  const onMigration = (from: number, to: number) =>
    watch.log.info({ from, to }, "The store is brought up to date");
  const path = eventsFile(settings.dataDir);
  const onDamage = (error: StoreError) => endDamaged(path, error);
  const opened = await openOrSetAside({ path, onMigration, onDamage, now: clock.now });
  if (opened.aside !== null) tellParent({ type: "set-aside", file: opened.aside });
  const board = new ChangeBoard(randomBytes(8).toString("hex"));
  const store = noteChanges(observeStore(opened.store, watch), board);
  closers.push(store.close);
  closers.push(store.checkpoint);
  const warnings: string[] = [];
  const onWarning = (warning: string) => {
    warnings.push(warning);
    watch.log.warn(warning);
  };
  const directory = { path: settings.directory, store, clock, onWarning, onFailure: failFatally };
  closers.push(await followDirectoryFile(directory));
  const onNotice = (problem: SourceProblem) => watch.log.warn(problemInOneLine(problem));
  const reading = await readAws(settings.plan, { store, clock, onNotice, onFailure: failFatally });
  closers.push(await serve(settings, store, { ...watch, ...reading, board }));
  closers.push(async () => board.close());
  closers.push(reading.stop);
  const { retentionDays } = settings.plan;
  closers.push(keepHouse({ store, clock, retentionDays, onFailure: failFatally }));
  await Promise.race([reading.firstLook, new Promise((resolve) => setTimeout(resolve, FIRST_LOOK_MS))]);
  const slip = settings.typed ? findSlip(reading) : null;
  if (slip !== null) throw new SourceError(slip);
  const unread = reading.notes().map(({ problem }) => problemInOneLine(problem));
  tellParent({ type: "reading", from: reading.labels(), warnings: [...warnings, ...unread] });
  tellParent({ type: "ready" });
  await reading.firstLook;
  await tellProgress(reading, store);
}

/** Clusters that are not there, when no other was named. */
function findSlip(reading: AwsReading): SourceProblem | null {
  const [first] = reading.notes().filter(({ kind, state }) => kind !== "connection" && state === "failed");
  const found = reading.labels().some((label) => label.endsWith("authenticator log"));
  return found || first === undefined ? null : first.problem;
}

async function tellProgress({ ingest }: AwsReading, store: EventStore): Promise<void> {
  const progress = setInterval(createProgressTeller(store), PROGRESS_MS);
  await ingest.caughtUp();
  clearInterval(progress);
  await store.checkpoint();
  tellParent({ type: "caught-up", attempts: await store.countAttempts() });
}

/**
 * Ends this process, which is started again: then the file is set aside. At once, before whoever met the damage can give
 * up for good.
 */
function endDamaged(path: string, error: StoreError): never {
  noteDamage(path, error);
  process.exit(1);
}

/** What of the reading answers need. */
type Answering = Pick<AwsReading, "live" | "lookups" | "asked" | "ingest">;

/** Answers on the folder's socket. Gives what ends it: questions that were asked are still answered. */
async function serve(
  { dataDir, sample, directory, allowsAnyoneLinks }: EngineSettings,
  store: EventStore,
  { metrics, log, live, lookups, asked, ingest, board }: Watch & Answering & { readonly board: ChangeBoard },
): Promise<() => Promise<void>> {
  const clock = createClock(readConfig().clock);
  const about = { version: VERSION, sample, startedMs: clock.now() };
  const address = engineAddress(dataDir);
  removeStaleSocket(address);
  const open = createInvestigations({ store, clock, about, live, lookups, asked });
  const investigations = guardInvestigations(open, store);
  const kept = await openDeeds({ dataDir, clock, log, investigations, allowsAnyoneLinks });
  const server = await serveEngine(
    {
      investigations,
      deeds: kept.deeds,
      note: kept.note,
      importPaths: (body) => importPaths({ store, clock, directory, settled: ingest.settled }, body),
      operations: createEngineOperations({ store, clock, dataDir, metrics, board }),
      onAnswer: (question, outcome, ms) => {
        // Waiting is all it does.
        if (question === "awaitStored") return;
        metrics.questions.observe({ question, outcome }, ms / 1_000);
        log.debug({ question, outcome, ms: Math.round(ms) }, "Question answered");
      },
    },
    address,
  );
  return async () => {
    await closeServer(server, LONGEST_ANSWER_MS);
    await kept.close();
  };
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
