import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import type { AuthenticatorRecord } from "@/lib/domain/parse/authenticator-record";
import { parseCloudTrailFile } from "@/lib/domain/parse/cloudtrail-file";
import { type CommandIo, writeAll } from "../command-io";
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
  let line = 0;
  let rejects = 0;
  for await (const lines of readLines(io.stdin)) {
    let output = "";
    for (const text of lines) {
      line++;
      const record = parseAuthenticatorLine(text);
      if (record.kind === "text") rejects++;
      output += `${JSON.stringify(toJson(record, line))}\n`;
    }
    await writeAll(io.stdout, output);
  }
  return summary(io, line - rejects, rejects);
}

function toJson(record: AuthenticatorRecord, line: number): object {
  if (record.kind === "text") return { reject: record.reject, line, text: record.text };
  const { time, level, msg, fields, duplicates } = record;
  const parsed = { time, level, msg, fields: Object.fromEntries(fields) };
  return duplicates.length === 0 ? parsed : { ...parsed, duplicates };
}

async function parseCloudTrail(io: CommandIo): Promise<number> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of io.stdin) text += decoder.decode(chunk, { stream: true });
  const { records, rejects } = parseCloudTrailFile(text + decoder.decode());
  for (const { record } of records) await writeAll(io.stdout, `${JSON.stringify({ record })}\n`);
  for (const reject of rejects) await writeAll(io.stdout, `${JSON.stringify({ reject })}\n`);
  return summary(io, records.length, rejects.length);
}

function summary(io: CommandIo, read: number, rejects: number): number {
  io.stderr.write(`${read} read, ${rejects} rejected\n`);
  return 0;
}
