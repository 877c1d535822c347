import type { DiskRoom } from "./damage/disk-room";
import type { Database } from "./database";
import type { SegmentFiles } from "./segments/segment-files";
import type { RawWriter } from "./segments/write-raw";

/** What an open store is made of. */
export interface StoreParts {
  readonly database: Database;
  readonly files: SegmentFiles;
  readonly raw: RawWriter;
  readonly room: DiskRoom;
  readonly setAside: readonly string[];
}
