import { createHmac } from "node:crypto";
import { createRedactor, type RedactionLevel } from "@/lib/domain/redact/redactor";
import {
  EVIDENCE_FORMAT,
  type Evidence,
  type EvidenceRecord,
} from "@/lib/domain/summarize/evidence/evidence";
import { documentHash } from "./document-hash";
import { sha256Of } from "./sha-256-of";

/** What was collected for a share, as whoever shares it sees it. */
export interface CollectedEvidence extends Pick<Evidence, "kind" | "title" | "content"> {
  readonly records: readonly Pick<EvidenceRecord, "recordId" | "kind" | "text" | "note">[];
}

interface Freezing {
  readonly level: RedactionLevel;
  /** Random, of this share alone, and kept with it: pseudonyms and seals are made by it. */
  readonly key: string;
  readonly madeMs: number;
  readonly sharedBy: string;
  readonly note: string;
  /** Path and query of the view. */
  readonly view: string | null;
}

/** Redacts what was collected, then hashes it: of the rest nothing is in the document (facts: security §3.4). */
export function freezeEvidence(collected: CollectedEvidence, freezing: Freezing): Evidence {
  const { level, key, madeMs, sharedBy, note, view } = freezing;
  const { kind, ...told } = collected;
  // Whole and at once, so that a name that stands in one place is found in all.
  const shown = toPlain(createRedactor(level, (name) => hmac(key, name)).value({ ...told, sharedBy, note }));
  const records = shown.records.map((record, i): EvidenceRecord => {
    const original = collected.records[i]?.text ?? "";
    return {
      ...record,
      sha256: sha256Of(record.text),
      originalSeal: level === "R0" ? null : sealOf(original, key),
    };
  });
  const rest = { format: EVIDENCE_FORMAT, kind, level, madeMs, view: shownView(view, level) } as const;
  const document = { ...rest, ...shown, records };
  return { ...document, sha256: documentHash(document) };
}

/** Of a record as it came, in hex. */
function sealOf(text: string, key: string): string {
  return hmac(key, `record\n${text}`);
}

function hmac(key: string, text: string): string {
  return createHmac("sha256", key).update(text, "utf8").digest("hex");
}

/** A query names what is looked for, and a pseudonym is of no use in it. */
function shownView(view: string | null, level: RedactionLevel): string | null {
  if (level === "R0" || view === null) return view;
  return level === "R1" && /^\/attempts\/[0-9a-f-]{8,128}$/.test(view) ? view : null;
}

function toPlain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
