import { statSync } from "node:fs";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import { StoreError } from "@/lib/ports/store-error";
import { loadDirectoryFile } from "./load-directory-file";

const EVERY_MS = 60_000;
/** More of one file are of one cause. */
const MOST_TOLD = 20;

interface DirectoryOptions {
  /** null = there is none: what a former one said is forgotten. */
  readonly path: string | null;
  readonly store: Pick<EventStore, "replaceDirectoryFile">;
  readonly clock: Clock;
  /** Told of each thing that is wrong with the file, in one line, when it is read. */
  readonly onWarning: (warning: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Takes over the directory file, and again within a minute after it was changed. What it said stays while it cannot be
 * read. Resolves when it was read once; gives what ends it.
 */
export async function followDirectoryFile(options: DirectoryOptions): Promise<() => Promise<void>> {
  const { path, store, clock, onFailure } = options;
  const abort = new AbortController();
  if (path === null) {
    await withRoom(() => store.replaceDirectoryFile([]));
    return async () => undefined;
  }
  let seen = await takeOver(path, null, options);
  const follow = async () => {
    for (;;) {
      await clock.sleep(EVERY_MS, abort.signal);
      seen = await takeOver(path, seen, options);
    }
  };
  const ended = follow().catch((error: unknown) => {
    if (!abort.signal.aborted) onFailure(error);
  });
  return async () => {
    abort.abort();
    await ended;
  };
}

/** Gives how the file looked, by which a change is seen. */
async function takeOver(
  path: string,
  seen: string | null,
  options: DirectoryOptions,
): Promise<string | null> {
  const looks = looksOf(path);
  if (looks === seen) return seen;
  const { entries, findings, problem } = loadDirectoryFile(path);
  if (problem !== null) {
    options.onWarning(`directory file ${path}: ${problem}. What it said before is used.`);
    return looks;
  }
  for (const { where, message, remedy } of findings.slice(0, MOST_TOLD))
    options.onWarning(`directory file ${path}, ${where}: ${message} ${remedy}`);
  const more = findings.length - MOST_TOLD;
  if (more > 0) options.onWarning(`directory file ${path}: ${more} more lines are not used.`);
  const isKept = await withRoom(() => options.store.replaceDirectoryFile(entries));
  return isKept ? looks : seen;
}

function looksOf(path: string): string {
  const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  return `${mtimeMs} ${size}`;
}

/** false: the disk is full; it is tried again later. */
async function withRoom(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === "disk-full") return false;
    throw error;
  }
}
