import type { AskedStanding } from "@/lib/domain/summarize/requests/asked-requests";
import type { AuditQuestion } from "./audit-logs";

/** All requests of sessions that somebody looks at, read when it is asked for. */
export interface RequestsOnDemand {
  /** Begins to read, or lets it go on; does not wait for it. An answer that still holds is not asked for again. */
  begin(question: AuditQuestion): void;
  /** Gives up; what was read stays. */
  stop(question: AuditQuestion): void;
  /** How it stands, with one page of what was found. Throws InvalidQuery for a cursor that cannot be. */
  standingOf(
    question: AuditQuestion,
    page: { readonly cursor: string | null; readonly limit: number },
  ): AskedStanding;
}
