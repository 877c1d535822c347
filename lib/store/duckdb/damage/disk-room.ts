import { statfs } from "node:fs/promises";
import type { StorageReport } from "@/lib/domain/summarize/coverage/coverage-report";
import { StoreError } from "@/lib/ports/store-error";

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** The space of the disk that holds a folder. */
export type MeasureDisk = (folder: string) => Promise<DiskSpace>;

/** Less than both is too little: DuckDB loses its instance when it has no room to tidy up. */
const LEAST_SHARE = 0.1;
const LEAST_BYTES = 1_073_741_824;

export const measureByStatfs: MeasureDisk = async (folder) => {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
};

/** Lets nothing be written while the disk is nearly full, and says since when it is. */
export class DiskRoom {
  readonly #folder: string;
  readonly #measure: MeasureDisk;
  readonly #now: () => number;
  #sinceMs: number | null = null;

  constructor(folder: string, measure: MeasureDisk, now: () => number) {
    this.#folder = folder;
    this.#measure = measure;
    this.#now = now;
  }

  /** Does what needs room. Throws StoreError `disk-full` when there is none before or while it is done. */
  async need<T>(work: () => Promise<T>): Promise<T> {
    const space = await this.#space();
    if (space !== null && isScarce(space)) {
      this.#sinceMs ??= this.#now();
      const free = `${Math.floor(space.freeBytes / 1_048_576)} MiB are free`;
      throw new StoreError("disk-full", `the disk of ${this.#folder} is nearly full (${free}): make room`);
    }
    try {
      const result = await work();
      this.#sinceMs = null;
      return result;
    } catch (error) {
      if (error instanceof StoreError && error.code === "disk-full") this.#sinceMs ??= this.#now();
      throw error;
    }
  }

  async report(): Promise<Omit<StorageReport, "setAside">> {
    const space = await this.#space();
    const state = this.#sinceMs === null ? "ok" : "full";
    return { state, sinceMs: this.#sinceMs, freeBytes: space?.freeBytes ?? null };
  }

  #space(): Promise<DiskSpace | null> {
    return this.#measure(this.#folder).catch(() => null);
  }
}

function isScarce({ freeBytes, totalBytes }: DiskSpace): boolean {
  return freeBytes < LEAST_BYTES && freeBytes < LEAST_SHARE * totalBytes;
}
