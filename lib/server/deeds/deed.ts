import type { Clock } from "@/lib/ports/clock";
import type { Investigations } from "@/lib/ports/investigations";
import type { OwnAuditLog } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/current-viewer";
import type { Least } from "../access/route-rules";
export interface Deed<Q, A> {
  readonly least: Least;
  readonly run: (asker: Asker, query: Q) => Promise<A>;
}
export interface DeedParts {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly investigations: Investigations;
  readonly audit: OwnAuditLog;
}
