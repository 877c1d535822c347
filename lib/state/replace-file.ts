import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file so that after any end, of the process or the machine, it holds all of the old text or all of the new.
 * Throws as the file system does, and then the old text stands.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.next`;
  try {
    await writeThrough(next, text);
    await rename(next, path);
  } catch (error) {
    // What was begun would take room of a disk that is full.
    await rm(next, { force: true }).catch(() => undefined);
    throw error;
  }
  if (process.platform !== "win32") await syncFolder(dirname(path));
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
