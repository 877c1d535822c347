import { createHash } from "node:crypto";
import type { AuditRow } from "@/lib/domain/summarize/audit/audit-row";
import type { OwnAuditNote } from "@/lib/ports/own-audit-log";

/** Before the first line. */
export const NO_HASH = "0".repeat(64);

const LONGEST_TEXT = 2_000;
const MOST_FACTS = 32;

/** Where a chain stands: its last line's number and hash. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** The next line of a chain, with its line end, and where the chain stands then. Texts over 2,000 characters are cut. */
export function sealRow(
  end: ChainEnd,
  note: OwnAuditNote,
  nowMs: number,
): ChainEnd & { readonly line: string } {
  const { kind, id, name, role } = note.viewer;
  const seq = end.seq + 1;
  const row: Omit<AuditRow, "hash"> = {
    seq,
    time: new Date(nowMs).toISOString(),
    deed: note.deed,
    viewer: { kind, id: cut(id), name: cut(name), role },
    peer: note.peer === null ? null : cut(note.peer),
    target: cut(note.target),
    outcome: note.outcome,
    facts: cutFacts(note.facts ?? {}),
    prev: end.hash,
  };
  const body = escapeUnseen(JSON.stringify(row));
  const hash = hashOf(end.hash, Buffer.from(body));
  return { seq, hash, line: `${body.slice(0, -1)},"hash":"${hash}"}\n` };
}

/** h_n = SHA-256(h_{n-1} ‖ the line's bytes without its own hash) (facts: security §3.5). */
export function hashOf(prev: string, body: Uint8Array): string {
  return createHash("sha256").update(prev).update(body).digest("hex");
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)}…`;
}

function cutFacts(facts: NonNullable<OwnAuditNote["facts"]>): AuditRow["facts"] {
  const kept = Object.entries(facts).slice(0, MOST_FACTS);
  return Object.fromEntries(
    kept.map(([name, value]) => [cut(name), typeof value === "string" ? cut(value) : value]),
  );
}

/** JSON escapes C0 alone; a terminal or an editor also heeds C1 and the marks of direction. */
function escapeUnseen(json: string): string {
  return json.replace(/[\p{C}\u2028\u2029]/gu, (char) =>
    Array.from({ length: char.length }, (_, at) => {
      return `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`;
    }).join(""),
  );
}
