import type { AuditVerdict } from "@/lib/domain/summarize/audit/audit-verdict";
import { readHead } from "./chain-head";
import { parseRow } from "./parse-row";
import { type AuditLine, readAuditLines } from "./read-audit-lines";
import { type ChainEnd, hashOf, NO_HASH } from "./seal-row";

/**
 * Checks every line against the one before, and the end against the head file. May run beside the engine that writes. It
 * finds what somebody changed who did not write all that follows anew, and the head; only a copy elsewhere, such as the
 * log's, shows that. Throws as the file system does.
 */
export async function verifyAuditFile(path: string): Promise<AuditVerdict> {
  // Before the lines: they are written first, so they can only be further.
  const head = await readHead(path);
  let end: ChainEnd = { seq: 0, hash: NO_HASH };
  let halfLine = false;
  for await (const line of readAuditLines(path)) {
    if (!line.whole) {
      halfLine = true;
      break;
    }
    const next = follow(end, line);
    const why = typeof next === "string" ? next : whyNotHead(head, next);
    if (why !== null) return { kind: "broken", intact: end.seq, line: line.number, why };
    end = next as ChainEnd;
  }
  if (head === null) return cutOff(end, "the file that tells how far the log was written is damaged");
  if (head.seq > end.seq) return cutOff(end, `lines were cut off: ${head.seq} had been written`);
  return { kind: "intact", intact: end.seq, hash: end.seq === 0 ? null : end.hash, halfLine };
}

/** Where the chain stands after a line; or why it does not belong there. */
function follow(end: ChainEnd, { bytes }: AuditLine): ChainEnd | string {
  const read = parseRow(bytes);
  if (read === null) return "it is no line of this log";
  const { row, body } = read;
  if (row.seq !== end.seq + 1) return `its number is ${row.seq}, not ${end.seq + 1}`;
  if (row.prev !== end.hash) return "it does not follow the line before it";
  if (row.hash !== hashOf(end.hash, body)) return "it was changed";
  return { seq: row.seq, hash: row.hash };
}

function whyNotHead(head: ChainEnd | null, { seq, hash }: ChainEnd): string | null {
  return head?.seq === seq && head.hash !== hash ? "it is not the line that was written last" : null;
}

function cutOff({ seq }: ChainEnd, why: string): AuditVerdict {
  return { kind: "broken", intact: seq, line: seq + 1, why };
}
