import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import { canonicalJson } from "./canonical-json";
import { sha256Of } from "./sha-256-of";

/** Of all fields but the hash itself. Throws where the document is nested too deep. */
export function documentHash(document: Omit<Evidence, "sha256">): string {
  return sha256Of(canonicalJson({ ...document, sha256: undefined }));
}
