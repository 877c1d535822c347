import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import type { AuthenticatorLine } from "@/lib/domain/parse/authenticator-record";
import { parseCloudTrailFile } from "@/lib/domain/parse/cloudtrail-file";
import type { CloudTrailFile } from "@/lib/domain/parse/file-reading";
import type { Reject } from "@/lib/domain/parse/reject";
import { type CommandIo, writeAll } from "../command-io";
import { toJsonLine } from "../json-line";
import { readDocuments } from "../read-documents";
import { readLines } from "../read-lines";

/** `gatebook parse authenticator|cloudtrail`: standard input → NDJSON. Rejects are output too, and no failure. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [kind, ...more] = args;
  if (more.length === 0 && kind === "authenticator") return parseAuthenticator(io);
  if (more.length === 0 && kind === "cloudtrail") return parseCloudTrail(io);
  io.stderr.write("usage: gatebook parse authenticator|cloudtrail < FILE\n");
  return 2;
}

async function parseAuthenticator(io: CommandIo): Promise<number> {
  const count: Count = { read: 0, rejected: 0 };
  for await (const lines of readLines(io.stdin)) {
    let output = "";
    for (const text of lines) output += toJsonLine(toOutput(text, count));
    await writeAll(io.stdout, output);
  }
  return summary(io, count);
}

interface Count {
  read: number;
  rejected: number;
}

function toOutput(text: string | null, count: Count): object {
  const line = count.read + count.rejected + 1;
  const record = text === null ? null : parseAuthenticatorLine(text);
  if (record?.kind === "line") {
    count.read++;
    return toJson(record);
  }
  count.rejected++;
  return record === null ? { reject: TOO_LONG, line } : { reject: record.reject, line, text: record.text };
}

const TOO_LONG: Reject = { code: "too-large", message: "a line of more than 64 Mi characters", position: 0 };

function toJson({ time, level, msg, fields, duplicates }: AuthenticatorLine): object {
  const parsed = { time, level, msg, fields: Object.fromEntries(fields) };
  return duplicates.length === 0 ? parsed : { ...parsed, duplicates };
}

async function parseCloudTrail(io: CommandIo): Promise<number> {
  const count: Count = { read: 0, rejected: 0 };
  for await (const piece of readDocuments(io.stdin)) {
    const { records, rejects } = piece === null ? TOO_LARGE : parseCloudTrailFile(piece.text);
    const start = piece?.position ?? 0;
    const isBlankEnd = start > 0 && rejects.length === 1 && rejects[0]?.code === "empty";
    if (isBlankEnd) continue;
    for (const { record } of records) await writeAll(io.stdout, toJsonLine({ record }));
    for (const reject of rejects) {
      await writeAll(io.stdout, toJsonLine({ reject: { ...reject, position: start + reject.position } }));
    }
    count.read += records.length;
    count.rejected += rejects.length;
  }
  return summary(io, count);
}

const TOO_LARGE: CloudTrailFile = {
  records: [],
  rejects: [
    {
      code: "too-large",
      message: "more than 400 Mi characters without the end of a record list",
      position: 0,
    },
  ],
};

function summary(io: CommandIo, { read, rejected }: Count): number {
  io.stderr.write(`${read} read, ${rejected} rejected\n`);
  return 0;
}
