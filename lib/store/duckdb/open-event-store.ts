import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EventStore, StoreError } from "@/lib/ports/event-store";
import { findHops } from "./chains/find-hops";
import { readSessionStarts } from "./chains/session-starts";
import { readClusterActivity } from "./cluster-activity";
import { countByTime } from "./count-attempts";
import { countFacets } from "./count-facets";
import { DiskRoom, type MeasureDisk, measureByStatfs } from "./damage/disk-room";
import { findSetAside } from "./damage/set-aside";
import { toKnownError, toStoreError } from "./damage/store-failure";
import { Database } from "./database";
import { Dimensions } from "./dimensions";
import { readLogPulses } from "./log-pulses";
import { migrate, SCHEMA_VERSION } from "./migrations";
import { readEvents, readLines } from "./read-evidence";
import { readWindow } from "./read-window";
import { renameCluster } from "./rename-cluster";
import { forgetRecords, readKeptFrom } from "./retention/forget-records";
import { writeDerived } from "./retention/write-derived";
import { findAttempt, findAttempts, searchAttempts } from "./search-attempts";
import { mergeBlocks } from "./segments/merge-blocks";
import { reclaimSegments } from "./segments/reclaim-segments";
import { searchRaw } from "./segments/search-raw";
import { SegmentFiles } from "./segments/segment-files";
import { RawWriter } from "./segments/write-raw";
import { findClusterOf, openSource, readCoverage, setSourceState } from "./source-table";
import { readUnclaimedTokens } from "./unclaimed-tokens";
import { writePage } from "./write-page";

export interface StoreOptions {
  /** The database file; its folder is made when absent. */
  readonly path: string;
  /** In DuckDB's words, such as "512MB". */
  readonly memoryLimit?: string;
  /** Told when an older store was brought up to date. */
  readonly onMigration?: (from: number, to: number) => void;
  readonly now?: () => number;
  readonly measureDisk?: MeasureDisk;
  /** Told when a part of the file turns out to be damaged. */
  readonly onDamage?: (error: StoreError) => void;
}

/**
 * Opens the events of a data folder, bringing an older file up to date. Throws StoreError: locked by another process,
 * written by a newer version, damaged, or out of reach.
 */
export async function openEventStore(options: StoreOptions): Promise<EventStore> {
  const { path, onMigration, now = Date.now, measureDisk = measureByStatfs } = options;
  const folder = dirname(path);
  const database = await openDatabase(options);
  const files = new SegmentFiles(join(folder, "raw"));
  const raw = new RawWriter(files);
  const room = new DiskRoom(folder, measureDisk, now);
  try {
    const found = await migrate(database, raw);
    if (found > 0 && found < SCHEMA_VERSION) onMigration?.(found, SCHEMA_VERSION);
    await reclaimSegments(database, files);
  } catch (error) {
    await database.close();
    throw toStoreError(path, error);
  }
  const setAside = await findSetAside(path);
  return createStore({ database, files, raw, room, setAside });
}

async function openDatabase({ path, memoryLimit = "160MB", onDamage }: StoreOptions): Promise<Database> {
  const failure = (error: unknown) => {
    const known = toKnownError(path, error);
    if (known?.code === "damaged") onDamage?.(known);
    return known ?? error;
  };
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const limits = { memory_limit: memoryLimit, temp_directory: `${path}.tmp` };
    return await Database.open(path, { ...limits, ...OPTIONS }, failure);
  } catch (error) {
    throw toStoreError(path, error);
  }
}

/** Memory that is free again goes back to the system early. The last one forbids more. */
const OPTIONS = {
  threads: "2",
  allocator_flush_threshold: "16MB",
  allocator_bulk_deallocation_flush_threshold: "16MB",
  max_temp_directory_size: "2GB",
  enable_external_access: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
  lock_configuration: "true",
};

interface Parts {
  readonly database: Database;
  readonly files: SegmentFiles;
  readonly raw: RawWriter;
  readonly room: DiskRoom;
  readonly setAside: readonly string[];
}

function createStore(parts: Parts): EventStore {
  const { database } = parts;
  return {
    ...createWriting(parts),
    ...createAnswers(parts),
    checkpoint: () => database.checkpoint(),
    close: () => database.close(),
  };
}

function createWriting({ database, files, raw, room }: Parts) {
  const dimensions = new Dimensions();
  return {
    openSource: (descriptor, asked, state) =>
      room.need(() =>
        database.transaction(async (writer) => {
          const { id, cluster } = descriptor;
          const before = await findClusterOf(writer, id);
          if (before !== null && cluster !== null && (await renameCluster(writer, before, cluster)))
            dimensions.forget();
          return openSource(writer, descriptor, asked, state);
        }),
      ),
    appendPage: async (page) => {
      try {
        return await room.need(() => database.transaction((writer) => writePage(writer, raw, page)));
      } catch (error) {
        raw.forget();
        throw error;
      }
    },
    setSourceState: (id, state, problem) =>
      room.need(() => database.transaction((writer) => setSourceState(writer, id, state, problem))),
    deriveHour: async (hour, needed, derive) => {
      try {
        await room.need(() =>
          database.transaction(async (writer) =>
            writeDerived(writer, dimensions, hour, derive(await readWindow(writer, needed))),
          ),
        );
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
    forgetRecords: (beforeMs) => forgetRecords(database, files, beforeMs),
    mergeRecords: (beforeMs) => room.need(() => mergeBlocks(database, files, beforeMs)),
  } satisfies Partial<EventStore>;
}

function createAnswers({ database, files, room, setAside }: Parts) {
  return {
    search: (query) => searchAttempts(database, query),
    find: (id) => findAttempt(database, id),
    readLines: (ids, near) => readLines(database, files, ids, near),
    readEvents: (ids, near) => readEvents(database, files, ids, near),
    findAll: (ids, within) => findAttempts(database, ids, within),
    knownSessions: (ids, within) => readSessionStarts(database, ids, within),
    findHops: (wants) => findHops(database, wants),
    searchRaw: (query, signal) => searchRaw(database, files, query, signal),
    countByTime: (filter, steps) => countByTime(database, filter, steps),
    countFacets: (filter, limit) => countFacets(database, filter, limit),
    unclaimedTokens: (range, limit) => readUnclaimedTokens(database, range, limit),
    storage: async () => ({ ...(await room.report()), setAside }),
    coverage: () => readCoverage(database),
    countAttempts: async () => {
      const [row] = await database.rows("SELECT count(*)::INTEGER AS n FROM attempt");
      return Number(row?.n ?? 0);
    },
    clusterActivity: (sinceMs) => readClusterActivity(database, sinceMs),
    logPulses: (sinceMs) => readLogPulses(database, sinceMs),
    recordsKeptFrom: () => readKeptFrom(database),
  } satisfies Partial<EventStore>;
}
