import { findSecret } from "@/lib/domain/parse/pasted/find-secret";
import { looksLikeToken } from "@/lib/domain/redact/looks-like-token";

/** Whether a field may not hold a text; loaded when the first field is used, since no page needs it before. */
export function isSecret(text: string): boolean {
  return findSecret(text) !== null || looksLikeToken(text);
}
