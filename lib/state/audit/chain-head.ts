import { readFile } from "node:fs/promises";
import { replaceFile } from "../replace-file";
import { type ChainEnd, NO_HASH } from "./seal-row";

/** Beside the log: how far it was written, so that lines cut off its end are missed. */
export function headFile(path: string): string {
  return `${path}.head`;
}

/** Where nothing was written yet: seq 0. Null = the file is there, and nobody's. */
export async function readHead(path: string): Promise<ChainEnd | null> {
  try {
    const { seq, hash } = Object(JSON.parse(await readFile(headFile(path), "utf8"))) as Partial<ChainEnd>;
    const isOurs = Number.isSafeInteger(seq) && typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash);
    return isOurs ? { seq: Number(seq), hash } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { seq: 0, hash: NO_HASH };
    throw error;
  }
}

/** Durable when it resolves. */
export async function writeHead(path: string, { seq, hash }: ChainEnd): Promise<void> {
  await replaceFile(headFile(path), `${JSON.stringify({ seq, hash })}\n`);
}
