import { existsSync, writeFileSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { StoreError } from "@/lib/ports/store-error";

/** Notes that a file is damaged; it is set aside when it is next opened. */
export function noteDamage(path: string, error: StoreError): void {
  writeFileSync(noteOf(path), `${error.message}\n`);
}

export function isNoted(path: string): boolean {
  return existsSync(noteOf(path));
}

/** Names of what was set aside in the folder of a store. */
export async function findSetAside(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  const start = `${basename(path)}.damaged-`;
  return names.filter((name) => name.startsWith(start) && !name.endsWith(".wal")).sort();
}

/**
 * Renames a store's files, and gives the new name of its database. The note goes last: a kill half-way leaves it, and
 * the rest is moved the next time.
 */
export async function setAside(path: string, nowMs: number): Promise<string> {
  const stamp = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, "");
  const aside = `${path}.damaged-${stamp}`;
  await move(join(dirname(path), "raw"), join(dirname(path), `raw.damaged-${stamp}`));
  await move(`${path}.wal`, `${aside}.wal`);
  await move(path, aside);
  await rm(noteOf(path), { force: true });
  return basename(aside);
}

async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

function noteOf(path: string): string {
  return `${path}.is-damaged`;
}
