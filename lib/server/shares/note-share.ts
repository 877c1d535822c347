import type { OwnAuditLog, OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { ShareLink } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { whoOf } from "../audit/who-of";

interface Log {
  readonly audit: OwnAuditLog;
}

interface Done extends Pick<OwnAuditNote, "deed" | "outcome" | "facts"> {
  readonly id: string;
}

/** To whom a share opens, and until when by its link. */
export function audienceOf(link: ShareLink | null): Readonly<Record<string, string>> {
  if (link === null) return { audience: "signed-in" };
  return { audience: "anyone", until: new Date(link.expiresMs).toISOString() };
}

/** Notes it first, for what cannot be noted is not done; and again where it then could not be written. */
export async function doNoted<T>(
  parts: Log,
  asker: Asker,
  note: Omit<Done, "outcome">,
  work: () => Promise<T>,
): Promise<T> {
  await noteShare(parts, asker, { ...note, outcome: "done" });
  try {
    return await work();
  } catch (error) {
    await noteShare(parts, asker, { ...note, outcome: "failed" });
    throw error;
  }
}

/** Says in the audit log who did what with a share. */
export function noteShare({ audit }: Log, asker: Asker, { id, ...done }: Done): Promise<void> {
  return audit.note({ ...done, ...whoOf(asker), target: `share ${id}` });
}
