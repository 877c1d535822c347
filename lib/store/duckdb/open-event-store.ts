import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type EventStore, StoreError } from "@/lib/ports/event-store";
import { readClusterActivity } from "./cluster-activity";
import { countByTime } from "./count-attempts";
import { countFacets } from "./count-facets";
import { Database } from "./database";
import { Dimensions } from "./dimensions";
import { readLogPulses } from "./log-pulses";
import { migrate, SCHEMA_VERSION } from "./migrations";
import { readEvents, readLines, readWindow } from "./read-window";
import { renameCluster } from "./rename-cluster";
import { findAttempt, searchAttempts } from "./search-attempts";
import { findClusterOf, openSource, readCoverage, setSourceState } from "./source-table";
import { readUnclaimedTokens, writeUnclaimedTokens } from "./unclaimed-tokens";
import { writeAttempts } from "./write-attempts";
import { writePage } from "./write-page";

export interface StoreOptions {
  /** The database file; its folder is made when absent. */
  readonly path: string;
  /** In DuckDB's words, such as "512MB". */
  readonly memoryLimit?: string;
  /** Told when an older store was brought up to date. */
  readonly onMigration?: (from: number, to: number) => void;
}

/**
 * Opens the events of a data folder, bringing an older file up to date. Throws StoreError: locked by another process,
 * written by a newer version, or damaged.
 */
export async function openEventStore({
  path,
  memoryLimit = "256MB",
  onMigration,
}: StoreOptions): Promise<EventStore> {
  const database = await openDatabase(path, memoryLimit);
  const found = await migrate(database);
  if (found > 0 && found < SCHEMA_VERSION) onMigration?.(found, SCHEMA_VERSION);
  return createStore(database);
}

async function openDatabase(path: string, memoryLimit: string): Promise<Database> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return await Database.open(path, {
      memory_limit: memoryLimit,
      threads: "2",
      temp_directory: `${path}.tmp`,
      max_temp_directory_size: "2GB",
      enable_external_access: "false",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      allow_community_extensions: "false",
      lock_configuration: "true",
    });
  } catch (error) {
    throw toStoreError(path, error);
  }
}

function toStoreError(path: string, error: unknown): StoreError {
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes("Could not set lock")) {
    return new StoreError(
      "locked",
      `another Gatebook uses ${path}: stop it, or choose another folder with --data`,
      error,
    );
  }
  if (text.includes("EACCES") || text.includes("Permission denied") || text.includes("EROFS")) {
    return new StoreError(
      "unreachable",
      `${path} cannot be written: choose another folder with --data`,
      error,
    );
  }
  const said = text.split("\n")[0] ?? "";
  return new StoreError(
    "damaged",
    `${path} cannot be opened (${said}): move it away; events are read anew from AWS`,
    error,
  );
}

function createStore(database: Database): EventStore {
  const dimensions = new Dimensions();
  return {
    openSource: (descriptor, asked, state) =>
      database.transaction(async (writer) => {
        const { id, cluster } = descriptor;
        const before = await findClusterOf(writer, id);
        if (before !== null && cluster !== null && (await renameCluster(writer, before, cluster)))
          dimensions.forget();
        return openSource(writer, descriptor, asked, state);
      }),
    appendPage: (page) => database.transaction((writer) => writePage(writer, page)),
    setSourceState: (id, state, problem) =>
      database.transaction((writer) => setSourceState(writer, id, state, problem)),
    deriveHour: async (hour, needed, derive) => {
      try {
        await database.transaction(async (writer) => {
          const { attempts, unclaimed } = derive(await readWindow(writer, needed));
          await writeAttempts(writer, dimensions, hour, attempts);
          await writeUnclaimedTokens(writer, hour, unclaimed);
        });
      } catch (error) {
        dimensions.forget();
        throw error;
      }
    },
    staleHours: async () => {
      const rows = await database.rows("SELECT hour_ms FROM stale_hour ORDER BY hour_ms DESC");
      return rows.map((row) => Number(row.hour_ms));
    },
    clusterRegions: async () => {
      const rows = await database.rows("SELECT cluster, region FROM source WHERE cluster IS NOT NULL");
      return new Map(rows.map((row) => [String(row.cluster), String(row.region)]));
    },
    search: (query) => searchAttempts(database, query),
    find: (id) => findAttempt(database, id),
    readLines: (ids) => readLines(database, ids),
    readEvents: (ids) => readEvents(database, ids),
    countByTime: (filter, steps) => countByTime(database, filter, steps),
    countFacets: (filter, limit) => countFacets(database, filter, limit),
    unclaimedTokens: (range, limit) => readUnclaimedTokens(database, range, limit),
    coverage: () => readCoverage(database),
    countAttempts: async () => {
      const [row] = await database.rows("SELECT count(*)::INTEGER AS n FROM attempt");
      return Number(row?.n ?? 0);
    },
    clusterActivity: (sinceMs) => readClusterActivity(database, sinceMs),
    logPulses: (sinceMs) => readLogPulses(database, sinceMs),
    checkpoint: () => database.checkpoint(),
    close: () => database.close(),
  };
}
