import type { Dirent } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { eventsFile } from "../data-folder";
import type { StoreNumbers } from "./store-metrics";

/** Bytes of the parts of a data folder, and what the disk has left. A file that goes away meanwhile counts nothing. */
export async function measureFolder(folder: string): Promise<Pick<StoreNumbers, "bytes" | "freeBytes">> {
  const events = eventsFile(folder);
  const [main, wal, temp, all, freeBytes] = await Promise.all([
    sizeOf(events),
    sizeOf(`${events}.wal`),
    sizeBelow(`${events}.tmp`),
    sizeBelow(folder),
    freeBytesOf(folder),
  ]);
  return { bytes: { events: main, wal, temp, other: Math.max(0, all - main - wal - temp) }, freeBytes };
}

/** What an unprivileged process may still write to the disk of a folder. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sizeBelow(folder: string): Promise<number> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => sizeOf(join(pathOf(entry), entry.name))),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Node 20.9 calls it path, later ones parentPath. */
function pathOf(entry: Dirent): string {
  return entry.parentPath ?? (entry as { path?: string }).path ?? "";
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
