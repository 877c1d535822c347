import { mkdir, open, readdir, rm, stat, truncate } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Fast: the store is to keep up with the wire. Lines of a log are so alike that higher levels gain little. */
const LEVEL = 1;

/** Where a block stands in a segment. */
export interface BlockPlace {
  readonly segment: string;
  /** First byte of the block in the file. */
  readonly at: number;
  /** Length in the file. */
  readonly bytes: number;
}

/**
 * The segments below one folder: gzip members one after the other, so that reading one costs one and `zcat` shows all.
 * What stands behind the length that the database names is a torn tail, and is written over.
 */
export class SegmentFiles {
  readonly #root: string;
  #readers = 0;
  #doomed: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Writes blocks at `end` of a segment and waits until the disk has them. Gives their places, or null when the file
   * is shorter than `end`: it was damaged, and another segment is to be begun.
   */
  async append(segment: string, end: number, blocks: readonly Buffer[]): Promise<BlockPlace[] | null> {
    const packed = await Promise.all(blocks.map((block) => compress(block, { level: LEVEL })));
    if (!(await this.#writeAt(segment, end, Buffer.concat(packed)))) return null;
    let at = end;
    return packed.map(({ length }) => {
      at += length;
      return { segment, at: at - length, bytes: length };
    });
  }

  /** The bytes of a block before compression. Throws what the file system or zlib says. */
  async read({ segment, at, bytes }: BlockPlace): Promise<Buffer> {
    const file = await open(join(this.#root, segment), "r");
    try {
      const packed = Buffer.allocUnsafe(bytes);
      const { bytesRead } = await file.read(packed, 0, bytes, at);
      if (bytesRead < bytes) throw new Error(`ends at byte ${at + bytesRead}`);
      return await decompress(packed, { maxOutputLength: LARGEST_CONTENT });
    } finally {
      await file.close();
    }
  }

  /** Segments removed meanwhile stay until `work` is done. */
  async whileReading<T>(work: () => Promise<T>): Promise<T> {
    this.#readers++;
    try {
      return await work();
    } finally {
      this.#readers--;
      await this.#removeDoomed();
    }
  }

  /** Removes segments that no row names any more, once nobody reads. */
  async remove(segments: readonly string[]): Promise<void> {
    this.#doomed.push(...segments);
    await this.#removeDoomed();
  }

  /** Removes what a crash left behind: files that no row names, and tails behind the named length. */
  async reclaim(named: ReadonlyMap<string, number>): Promise<void> {
    for (const segment of await this.#found()) {
      const path = join(this.#root, segment);
      const length = named.get(segment);
      if (length === undefined) await rm(path, { force: true });
      else if ((await stat(path)).size > length) await truncate(path, length);
    }
  }

  async #found(): Promise<string[]> {
    const entries = await readdir(this.#root, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const files = await Promise.all(
      folders.map(async (folder) =>
        (await readdir(join(this.#root, folder))).map((name) => `${folder}/${name}`),
      ),
    );
    return files.flat().filter((name) => name.endsWith(".log.gz"));
  }

  async #writeAt(segment: string, end: number, bytes: Buffer): Promise<boolean> {
    const path = join(this.#root, segment);
    if (end === 0) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, end === 0 ? "w" : "r+", 0o600).catch(absentIsNull);
    if (file === null) return false;
    try {
      const { size } = await file.stat();
      if (size < end) return false;
      if (size > end) await file.truncate(end);
      await file.write(bytes, 0, bytes.length, end);
      await file.datasync();
    } finally {
      await file.close();
    }
    if (end === 0) await syncFolders([dirname(path), this.#root, dirname(this.#root)]);
    return true;
  }

  async #removeDoomed(): Promise<void> {
    if (this.#readers > 0) return;
    const doomed = this.#doomed;
    this.#doomed = [];
    await Promise.all(doomed.map((segment) => rm(join(this.#root, segment), { force: true })));
  }
}

/** A block is at most 256 KiB or one record of 1 MiB: what unpacks to more is no block of ours. */
const LARGEST_CONTENT = 2_097_152;

function absentIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** A new file is safe once its folder is. Windows has no such call. */
async function syncFolders(folders: readonly string[]): Promise<void> {
  if (process.platform === "win32") return;
  for (const folder of folders) {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  }
}
