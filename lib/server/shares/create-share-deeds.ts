import { join } from "node:path";
import type { ShareChange } from "@/lib/domain/summarize/evidence/share-view";
import { IncidentFolder } from "@/lib/state/incidents/incident-folder";
import { ShareFolder } from "@/lib/state/shares/share-folder";
import type { Asker } from "../access/asker";
import { incidentsFolder } from "../data-folder";
import type { DeedParts } from "../deeds/deed";
import { createRateLimit } from "../web/rate-limit";
import { changeShares } from "./change-share";
import { failedWrite } from "./failed-write";
import { listShares } from "./list-shares";
import { OpeningNotes } from "./opening-notes";
import { openShare, type ShareKey } from "./open-share";

const TRIES = { most: 10, perMs: 60_000 };

/** What the engine does with shares (facts: security §3.4, §6). All is noted in the audit log. */
export function createShareDeeds({ dataDir, clock, investigations, audit, allowsAnyoneLinks }: DeedParts) {
  const folder = new ShareFolder(join(dataDir, "shares"));
  const tries = createRateLimit({ ...TRIES, now: () => clock.now() });
  const incidents = new IncidentFolder(incidentsFolder(dataDir), clock);
  const openings = new OpeningNotes(audit, () => clock.now());
  const parts = { clock, investigations, incidents, audit, folder, tries, openings, allowsAnyoneLinks };
  return {
    listShares: { least: "auditor", run: (asker: Asker, _query: null) => listShares(parts, asker) },
    changeShares: {
      least: "auditor",
      run: (asker: Asker, change: ShareChange) => changeShares(parts, asker, change).catch(failedWrite),
    },
    openShare: { least: "anyone", run: (asker: Asker, key: ShareKey) => openShare(parts, asker, key) },
  } as const;
}
