import type { IncidentScope } from "@/lib/domain/summarize/incidents/see-incident";
import type { OwnAuditLog } from "@/lib/ports/own-audit-log";
import type { IncidentFolder } from "@/lib/state/incidents/incident-folder";
import { seesCluster } from "@/lib/ports/viewer";
import type { Asker } from "../access/asker";
import type { DeedParts } from "../deeds/deed";

/** What the deeds of incidents work with. */
export interface IncidentParts extends Pick<DeedParts, "clock" | "investigations"> {
  readonly folder: IncidentFolder;
  readonly audit: OwnAuditLog;
}

export function scopeOf({ viewer }: Pick<Asker, "viewer">): IncidentScope {
  return { personId: viewer.id, seesCluster: (cluster) => seesCluster(viewer, cluster) };
}
