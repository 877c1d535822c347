import type { Evidence, EvidenceRecord } from "@/lib/domain/summarize/evidence/evidence";
import { documentHash } from "./document-hash";
import { wrongEvidenceFields } from "@/lib/domain/summarize/evidence/is-evidence";
import { sha256Of } from "./sha-256-of";

/** One thing that was checked. */
export interface EvidenceCheck {
  readonly what: string;
  /** Why it does not hold; null = it does. */
  readonly problem: string | null;
}

const LONGEST_SHOWN = 80;

/** What of a document holds and what does not; whatever is handed in, it never throws. */
export function verifyEvidence(document: unknown): readonly EvidenceCheck[] {
  try {
    const wrong = wrongEvidenceFields(document);
    if (wrong.length > 0)
      return [{ what: "form", problem: `Not as a document is: ${shorten(wrong.join(", "))}` }];
    const evidence = document as Evidence;
    const isWhole = documentHash(evidence) === evidence.sha256;
    const problem = isWhole ? null : "Its hash is another: something in it was changed.";
    return [
      { what: "form", problem: null },
      { what: "document", problem },
      ...evidence.records.map(checkRecord),
    ];
  } catch {
    return [{ what: "form", problem: "It cannot be read." }];
  }
}

function checkRecord({ recordId, text, sha256 }: EvidenceRecord): EvidenceCheck {
  const problem = sha256Of(text) === sha256 ? null : "Its hash is another: its text was changed.";
  return { what: `record ${shorten(recordId)}`, problem };
}

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
