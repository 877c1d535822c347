import type { OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { ShareLink } from "@/lib/state/shares/share";
import type { Asker } from "../access/asker";
import { whoOf } from "../audit/who-of";
import type { ShareParts } from "./share-parts";

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
  parts: Pick<ShareParts, "audit">,
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
export function noteShare(
  { audit }: Pick<ShareParts, "audit">,
  asker: Asker,
  { id, ...done }: Done,
): Promise<void> {
  return audit.note({ ...done, ...whoOf(asker), target: `share ${id}` });
}
