import type { Clock } from "@/lib/ports/clock";
import type { Investigations } from "@/lib/ports/investigations";
import type { OwnAuditLog } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";
import type { Least } from "../access/route-rules";

/** One thing that people do with what the engine keeps: shares, incidents, sessions, the own audit log. */
export interface Deed<Q, A> {
  /** Checked before it runs. */
  readonly least: Least;
  readonly run: (asker: Asker, query: Q) => Promise<A>;
}

/** What deeds are made of. */
export interface DeedParts {
  readonly dataDir: string;
  readonly clock: Clock;
  /** Guarded: they answer as the asker may see. */
  readonly investigations: Investigations;
  readonly audit: OwnAuditLog;
  /** Whether shares may have links that open for anyone who has them: an admin's switch, in the config. */
  readonly allowsAnyoneLinks: boolean;
}
