import { createReadStream } from "node:fs";

const LINE_END = 0x0a;

/** Many times what a line of ours can hold. */
const LONGEST_LINE = 1024 ** 2;

/** `whole`: it has its line end; only the file's last may have none. `endByte`: where the next begins. */
export interface AuditLine {
  readonly number: number;
  readonly bytes: Buffer;
  readonly whole: boolean;
  readonly endByte: number;
}

/** The lines of the file, in their order; none where there is no file. Throws as the file system does. */
export async function* readAuditLines(path: string): AsyncGenerator<AuditLine> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  let endByte = 0;
  for await (const chunk of openFile(path)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(LINE_END); at >= 0; at = rest.indexOf(LINE_END)) {
      number++;
      endByte += at + 1;
      yield { number, bytes: rest.subarray(0, at), whole: true, endByte };
      rest = rest.subarray(at + 1);
    }
    if (rest.length > LONGEST_LINE) break;
  }
  if (rest.length > 0)
    yield {
      number: number + 1,
      bytes: rest,
      whole: rest.length > LONGEST_LINE,
      endByte: endByte + rest.length,
    };
}

async function* openFile(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
