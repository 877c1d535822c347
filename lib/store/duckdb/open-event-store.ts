import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EventStore } from "@/lib/ports/event-store";
import type { StoreError } from "@/lib/ports/store-error";
import { DiskRoom, type MeasureDisk, measureByStatfs } from "./damage/disk-room";
import { findSetAside } from "./damage/set-aside";
import { toKnownError, toStoreError } from "./damage/store-failure";
import { Database } from "./database";
import { migrate, SCHEMA_VERSION } from "./migrate";
import { reclaimSegments } from "./segments/reclaim-segments";
import { SegmentFiles } from "./segments/segment-files";
import { RawWriter } from "./segments/write-raw";
import { createLookupWriting } from "./lookups/create-lookup-writing";
import { createAnswers } from "./store-answers";
import type { StoreParts } from "./store-parts";
import { createWriting } from "./store-writing";

export interface StoreOptions {
  /** The database file; its folder is made when absent. */
  readonly path: string;
  /** In DuckDB's words, such as "512MB". */
  readonly memoryLimit?: string;
  /** That DuckDB computes with; absent = 2. With one, small questions take a quarter less of the processor. */
  readonly threads?: number;
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

async function openDatabase(options: StoreOptions): Promise<Database> {
  const { path, memoryLimit = "160MB", threads = 2, onDamage } = options;
  const failure = (error: unknown) => {
    const known = toKnownError(path, error);
    if (known?.code === "damaged") onDamage?.(known);
    return known ?? error;
  };
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const limits = { memory_limit: memoryLimit, threads: `${threads}`, temp_directory: `${path}.tmp` };
    return await Database.open(path, { ...limits, ...OPTIONS }, failure);
  } catch (error) {
    throw toStoreError(path, error);
  }
}

/** Memory that is free again goes back to the system early. The last one forbids more. */
const OPTIONS = {
  allocator_flush_threshold: "16MB",
  allocator_bulk_deallocation_flush_threshold: "16MB",
  max_temp_directory_size: "2GB",
  enable_external_access: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
  lock_configuration: "true",
};

function createStore(parts: StoreParts): EventStore {
  const { database } = parts;
  return {
    ...createWriting(parts),
    ...createLookupWriting(parts),
    ...createAnswers(parts),
    checkpoint: () => database.checkpoint(),
    close: () => database.close(),
  };
}
