import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import { DOCUMENT_END, DOCUMENT_START, printEvidenceFile } from "./print-evidence-file";
import { type EvidenceCheck, verifyEvidence } from "./verify-evidence";

const PAGE = "page";

/** What of a downloaded page, or of the document as JSON, holds and what does not. Never throws. */
export function verifyEvidenceFile(text: string): readonly EvidenceCheck[] {
  const json = documentOf(text);
  if (json === null) return [{ what: "form", problem: "There is no evidence of Gatebook in this file." }];
  const document = parse(json);
  const checks = verifyEvidence(document);
  const isPage = json.length !== text.length;
  const [form] = checks;
  return !isPage || form === undefined || form.problem !== null
    ? checks
    : [...checks, { what: PAGE, problem: whyOtherPage(text, document as Evidence) }];
}

function documentOf(text: string): string | null {
  if (text.trimStart().startsWith("{")) return text;
  const start = text.indexOf(DOCUMENT_START);
  const end = text.indexOf(DOCUMENT_END, start);
  return start < 0 || end < 0 ? null : text.slice(start + DOCUMENT_START.length, end);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function whyOtherPage(text: string, document: Evidence): string | null {
  try {
    if (printEvidenceFile(document) === text) return null;
  } catch {
    // A document that cannot be printed was not printed.
  }
  return "The page shows something else than its document says, or another version of Gatebook printed it.";
}
