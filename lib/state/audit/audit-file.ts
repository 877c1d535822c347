import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Clock } from "@/lib/ports/clock";
import type { OwnAuditLog, OwnAuditNote } from "@/lib/ports/own-audit-log";
import { auditTrouble } from "./audit-trouble";
import { writeHead } from "./chain-head";
import { findChainEnd } from "./find-chain-end";
import { type ChainEnd, sealRow } from "./seal-row";

export interface AuditFileParts {
  readonly clock: Pick<Clock, "now">;
  /** After a line is on the disk: to be told elsewhere too (ASVS 16.4.3). Without its line end. */
  readonly emit: (line: string) => void;
  /** What is not as it should be, in a sentence. */
  readonly warn: (sentence: string) => void;
}

interface Waiting {
  readonly note: OwnAuditNote;
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * The log of what people did with this Gatebook: lines of JSON in a file that only grows, each with the hash of the one
 * before (facts: security §3.5). Notes that wait together share one write. One process has it open.
 */
export class AuditFile implements OwnAuditLog {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #parts: AuditFileParts;
  #end: ChainEnd;
  /** What a failed write left half done goes before the next. */
  #cutTo: number | null = null;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;

  private constructor(path: string, file: FileHandle, parts: AuditFileParts, end: ChainEnd) {
    this.#path = path;
    this.#file = file;
    this.#parts = parts;
    this.#end = end;
  }

  /** Goes on where the log ends. A half-written last line, which nobody was told of as written, is cut off and told. */
  static async open(path: string, parts: AuditFileParts): Promise<AuditFile> {
    const found = await findChainEnd(path);
    const file = await open(path, "a", 0o600);
    if (found.halfLine > 0) {
      await file.truncate(found.size);
      parts.warn(`A line of the audit log was not finished: ${found.halfLine} bytes were cut off its end.`);
    }
    if (process.platform !== "win32") await syncFolder(path);
    return new AuditFile(path, file, parts, found.end);
  }

  note(note: OwnAuditNote): Promise<void> {
    return new Promise((done, fail) => {
      this.#waiting.push({ note, done, fail });
      this.#writing ??= this.#writeAll();
    });
  }

  /** After the notes that wait. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #writeAll(): Promise<void> {
    // Those that come in the same turn share the first write.
    await null;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(batch);
      } catch (error) {
        for (const { fail } of batch) fail(auditTrouble(error));
      }
    }
    this.#writing = null;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const lines: string[] = [];
    let end = this.#end;
    for (const { note } of batch) {
      const { line, ...next } = sealRow(end, note, this.#parts.clock.now());
      lines.push(line);
      end = next;
    }
    const bytes = Buffer.from(lines.join(""));
    await this.#append(bytes);
    this.#end = end;
    for (const line of lines) this.#parts.emit(line.slice(0, -1));
    for (const { done } of batch) done();
    // The lines stand: a head that lags makes a cut of the last ones unseen, no more.
    await writeHead(this.#path, end).catch((error) => this.#parts.warn(auditTrouble(error).message));
  }

  async #append(bytes: Buffer): Promise<void> {
    if (this.#cutTo !== null) await this.#cut(this.#cutTo);
    const { size } = await this.#file.stat();
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
    } catch (error) {
      this.#cutTo = size;
      await this.#cut(size).catch(() => undefined);
      throw error;
    }
  }

  async #cut(size: number): Promise<void> {
    await this.#file.truncate(size);
    this.#cutTo = null;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}
