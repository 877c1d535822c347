import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";

/** What each level of redaction shows. */
export const LEVEL_WORDS: Readonly<Record<Evidence["level"], string>> = {
  R0: "R0 · nothing hidden",
  R1: "R1 · names and numbers masked",
  R2: "R2 · pseudonyms, no records",
};
