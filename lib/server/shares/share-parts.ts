import type { IncidentFolder } from "@/lib/state/incidents/incident-folder";
import type { Evidence } from "@/lib/domain/summarize/evidence/evidence";
import { hasRole, type Viewer } from "@/lib/ports/viewer";
import type { ShareFolder } from "@/lib/state/shares/share-folder";
import type { Asker } from "../access/asker";
import type { DeedParts } from "../deeds/deed";
import type { RateLimit } from "../web/rate-limit";
import type { OpeningNotes } from "./opening-notes";

/** What the deeds of shares work with. */
export interface ShareParts
  extends Pick<DeedParts, "clock" | "investigations" | "audit" | "allowsAnyoneLinks"> {
  readonly folder: ShareFolder;
  readonly incidents: IncidentFolder;
  /** Of secrets that were wrong. */
  readonly tries: RateLimit;
  readonly openings: OpeningNotes;
}

/** Without sign-in nobody can be told from anyone. */
export function mayMakeLinks(parts: ShareParts, { viewer }: Asker): boolean {
  return parts.allowsAnyoneLinks && viewer.kind === "person";
}

/** Which levels somebody may share at (facts: security §6). */
export function levelsOf(viewer: Viewer): readonly Evidence["level"][] {
  return hasRole(viewer, "admin") ? ["R0", "R1", "R2"] : ["R1", "R2"];
}

export const NOT_THERE = { kind: "not-there", message: "There is nothing at this address." } as const;
