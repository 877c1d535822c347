import { findValueEnd, membersOf } from "@/lib/domain/parse/json-bounds";

const BODIES: ReadonlySet<string> = new Set(["requestObject", "responseObject"]);
/** What of these is asked or answered is as good as a password, or holds them. */
const SECRET = /"resource": ?"(?:secrets|tokenreviews)"|"subresource": ?"token"/;

/**
 * The same text, but that the bodies of an audit event about secrets and tokens are as many asterisks: EKS's audit policy
 * leaves them out, others may not. It stays the JSON it was.
 */
export function maskBodies(text: string): string {
  if (!text.includes('Object":') || !SECRET.test(text)) return text;
  let masked = "";
  let done = 0;
  for (const { key, from } of membersOf(text, 0)) {
    const end = findValueEnd(text, from);
    if (!BODIES.has(key) || text[from] !== "{" || end < 0) continue;
    masked += `${text.slice(done, from)}"${"*".repeat(end - from - 2)}"`;
    done = end;
  }
  return masked + text.slice(done);
}
