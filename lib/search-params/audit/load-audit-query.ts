import { type AuditListQuery, MOST_AUDIT_ROWS } from "@/lib/domain/summarize/audit/audit-filter";
import { askedText, loadQuestion, type QuestionAsked } from "../questions/load-question";

/** What the audit log is asked for. */
export interface AuditAsked extends QuestionAsked {
  readonly query: AuditListQuery;
  /** Its chain of hashes is checked too. */
  readonly check: boolean;
}

const FALLBACK = "7d";
const ROWS = 100;
const CURSOR = /^[1-9]\d{0,14}$/;

/** Reads the address of the audit log's page gently: what cannot be read is left out and named. Total. */
export function loadAuditQuery(given: URLSearchParams, nowMs: number): AuditAsked {
  const asked = loadQuestion(given, {
    nowMs,
    known: ["deed", "who", "check", "cursor", "limit"],
    fallback: FALLBACK,
  });
  const { params, range } = asked;
  const cursor = params.get("cursor");
  const isBad = cursor !== null && !CURSOR.test(cursor);
  if (isBad) params.delete("cursor");
  const filter = {
    deed: askedText(params, "deed"),
    who: askedText(params, "who"),
    sinceMs: range.from,
    // What was noted while this is asked belongs to "up to now".
    untilMs: params.has("to") ? range.to : null,
  };
  const limit = Math.min(Number(params.get("limit") ?? ROWS), MOST_AUDIT_ROWS);
  const before = cursor === null || isBad ? null : Number(cursor);
  return {
    ...asked,
    problems: isBad ? [...asked.problems, BAD_CURSOR] : asked.problems,
    query: { filter, before, limit },
    check: params.has("check"),
  };
}

/** The page behind this one, in absolute time: it must not be of a later range. */
export function olderAuditHref({ params, range }: AuditAsked, next: number): string {
  const older = new URLSearchParams(params);
  for (const name of ["range", "check"]) older.delete(name);
  older.set("from", new Date(range.from).toISOString());
  older.set("to", new Date(range.to).toISOString());
  older.set("cursor", String(next));
  return `/admin/audit?${older}`;
}

/** The same page, with the chain checked. */
export function checkedAuditHref({ params }: AuditAsked): string {
  const checked = new URLSearchParams(params);
  checked.set("check", "true");
  return `/admin/audit?${checked}`;
}

const BAD_CURSOR = { parameter: "cursor", message: 'Parameter "cursor" is not one that Gatebook gave out.' };
