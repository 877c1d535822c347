import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { CommandIo } from "./command-io";

/** The name that a file of standard input has in what is printed. */
const NAME = "standard-input";

/** A file that holds all of standard input while `work` runs; nobody else may read it. */
export async function keepInput<T>(
  stdin: CommandIo["stdin"],
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "gatebook-input-"));
  try {
    const path = join(folder, NAME);
    await pipeline(stdin, createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
