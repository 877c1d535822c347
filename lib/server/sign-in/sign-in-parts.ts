import type { Clock } from "@/lib/ports/clock";
import type { OwnAuditLog } from "@/lib/ports/own-audit-log";
import type { SessionDeeds } from "./session-keeper";

/** What signing in is made of, beside its settings. */
export interface SignInParts {
  readonly clock: Pick<Clock, "now">;
  readonly deeds: SessionDeeds;
  readonly audit: OwnAuditLog;
  /** A line for those who run Gatebook: why somebody was turned away. */
  readonly warn: (facts: Readonly<Record<string, string>>, message: string) => void;
}
