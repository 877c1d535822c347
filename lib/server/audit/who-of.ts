import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";

/** Who is told in the audit log, and from where. */
export function whoOf({ viewer, peer }: Asker): Pick<OwnAuditNote, "viewer" | "peer"> {
  const { kind, id, name, role } = viewer;
  return { viewer: { kind, id, name, role }, peer };
}
