/** What a command wrote, and its exit code. */
export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface MemoryIo {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(text: string): boolean };
  readonly stderr: { write(text: string): boolean };
}

/** Runs a command of the command line in this process; its input comes in two pieces, cut anywhere. */
export async function runCommand(run: (io: MemoryIo) => Promise<number>, input = ""): Promise<CommandRun> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run({
    stdin: inTwoPieces(new TextEncoder().encode(input)),
    stdout: { write: (text) => out.push(text) > 0 },
    stderr: { write: (text) => err.push(text) > 0 },
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

/** What a command printed as NDJSON. */
export function readJsonLines<T extends object>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

async function* inTwoPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes.subarray(0, bytes.length >> 1);
  yield bytes.subarray(bytes.length >> 1);
}
