import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";
import type { ShareParts } from "./share-parts";

interface Done extends Pick<OwnAuditNote, "deed" | "outcome" | "facts"> {
  readonly id: string;
}

/** Says in the audit log who did what with a share. */
export function noteShare(
  { audit }: Pick<ShareParts, "audit">,
  { viewer, peer }: Asker,
  { id, ...done }: Done,
): Promise<void> {
  const { kind, id: viewerId, name, role } = viewer;
  return audit.note({ ...done, viewer: { kind, id: viewerId, name, role }, peer, target: `share ${id}` });
}
