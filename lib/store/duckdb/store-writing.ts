import type { EventStore } from "@/lib/ports/event-store";
import { noteSeen } from "./configuration/note-seen";
import { Dimensions } from "./attempts/dimensions";
import { hasNewHops, markLateSessions } from "./origins/origin-wants";
import { readStaleSessions } from "./origins/stale-sessions";
import { writeOrigins } from "./origins/write-origins";
import { readWindow } from "./deriving/read-window";
import { renameCluster } from "./sources/rename-cluster";
import { forgetRecords } from "./retention/forget-records";
import { writeDerived } from "./retention/write-derived";
import { mergeBlocks } from "./segments/merge-blocks";
import { findClusterOf, openSource, setSourceState } from "./sources/source-table";
import { readStaleHours, readStaleStretches } from "./deriving/stale-stretches";
import type { StoreParts } from "./store-parts";
import { writePage } from "./records/write-page";

/** What reading and deriving do to a store. */
export function createWriting({ database, files, raw, room }: StoreParts) {
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
        return await room.need(() =>
          database.transaction((writer) => writePage(writer, { raw, dimensions }, page)),
        );
      } catch (error) {
        raw.forget();
        dimensions.forget();
        throw error;
      }
    },
    setSourceState: (id, state, problem) =>
      room.need(() => database.transaction((writer) => setSourceState(writer, id, state, problem))),
    deriveStretch: async (stretch, needed, derive) => {
      try {
        await room.need(() =>
          database.transaction(async (writer) =>
            writeDerived(writer, dimensions, stretch, derive(await readWindow(writer, needed))),
          ),
        );
      } catch (error) {
        dimensions.forget();
        throw error;
      }
    },
    staleHours: () => readStaleHours(database),
    staleStretches: () => database.snapshot(readStaleStretches),
    staleSessions: async (limit) => {
      while (await hasNewHops(database)) await room.need(() => database.transaction(markLateSessions));
      return database.snapshot((reader) => readStaleSessions(reader, limit));
    },
    writeOrigins: async (traced) => {
      try {
        await room.need(() => database.transaction((writer) => writeOrigins(writer, dimensions, traced)));
      } catch (error) {
        dimensions.forget();
        throw error;
      }
    },
    noteSeen: (cluster, parts, nowMs) =>
      room.need(() => database.transaction((writer) => noteSeen(writer, cluster, parts, nowMs))),
    clusterRegions: async () => {
      const rows = await database.rows("SELECT cluster, region FROM source WHERE cluster IS NOT NULL");
      return new Map(rows.map((row) => [String(row.cluster), String(row.region)]));
    },
    forgetRecords: (beforeMs) => forgetRecords(database, files, beforeMs),
    mergeRecords: (beforeMs) => room.need(() => mergeBlocks(database, files, beforeMs)),
  } satisfies Partial<EventStore>;
}
